package insights.segment.definition;

import insights.common.security.Person;
import insights.segment.rule.RuleDefinition;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A segment as people see it.
 *
 * @param rule absent in static segments
 * @param listed what became of the ids of a static segment; absent in others and in lists
 * @param timeZone whose days count in conditions on the age of a date: the segment's own, or else the installation's
 * @param size how many members it had at the last refresh; absent before the first
 * @param refreshedAt when that refresh took its snapshot
 * @param membersChangedAt when the last refresh that somebody joined or left by took its snapshot
 * @param failure why the last refresh could not compute it; absent when it could
 * @param exportCount how many exports send it; absent when export-service did not say, and for machines
 * @param permissions what the caller may do with it
 */
@Schema(name = "Segment")
public record SegmentResponse(
        @NotNull UUID id,
        @NotNull String displayName,
        @NotNull SegmentKind kind,
        @Schema(description = "Absent in static segments") RuleDefinition rule,

        @Schema(description = "What became of the ids of a static segment; left out in lists of segments")
        ListedProfiles listed,

        @NotNull SegmentStatus status,

        @NotNull @Schema(description = "Whose days count in conditions on the age of a date")
        String timeZone,

        long version,

        @Schema(description = "Members at the last refresh that it took part in; absent before the first")
        Long size,

        @Schema(description = "When the last refresh took its snapshot")
        Instant refreshedAt,

        @Schema(description = "When the last refresh by which anybody joined or left took its snapshot")
        Instant membersChangedAt,

        @Schema(description = "Why the last refresh could not compute it; absent when it could")
        SegmentFailure failure,

        @Schema(description = "How many exports send it; absent when that is not known")
        Integer exportCount,

        @NotNull
        @Schema(
                description =
                        "What the caller may do with it, as far as their role and the segment itself say. Two things are"
                                + " found out when it is done, because export-service is asked: with EDIT a contributor"
                                + " may not change who is in it where exports over connections that are not shared send"
                                + " it (403 `segment-not-shared`; ask before with `POST /segments/{id}/preview`), and"
                                + " nobody removes what is in use (409 `segment-in-use`)")
        List<SegmentPermission> permissions,

        @NotNull Instant createdAt,
        @NotNull Person createdBy,
        @NotNull Instant updatedAt,
        @NotNull Person updatedBy) {}
