package insights.export.hook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A refresh of segments has ended. Members that are not known here are ignored, so that the sender can learn to say more;
 * so what may be left out is nothing that means much: segments under a misspelt name would be all of them.
 *
 * @param refreshId the same however often it is told
 * @param startedAt may be left out
 * @param segments that it was about; for one that failed an empty list means all
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(additionalProperties = Schema.True.class, examples = """
        {
          "refreshId": "01997f11-3c0a-7d10-a2b4-5e6f708192a3",
          "finishedAt": "2026-11-26T05:00:12Z",
          "outcome": "SUCCESSFUL",
          "segments": [{"id": "01997f10-02f1-7a40-8f0c-0b7a5c0d9e11", "version": 3, "size": 1250}]
        }""")
public record RefreshCompleted(
        @NotNull UUID refreshId,
        Instant startedAt,
        @NotNull Instant finishedAt,
        @NotNull RefreshOutcome outcome,

        @NotNull
        @Size(max = 10_000)
        @Schema(description = "Those that it was about; with FAILED an empty list stands for all")
        List<@NotNull @Valid Segment> segments) {

    /**
     * A segment that was refreshed.
     *
     * @param version of its definition; may be left out
     * @param size how many members it has now; may be left out
     */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "AnnouncedSegment", additionalProperties = Schema.True.class)
    public record Segment(
            @NotNull UUID id,
            @PositiveOrZero Long version,
            @PositiveOrZero Long size) {}

    List<UUID> segmentIds() {
        return segments.stream().map(Segment::id).distinct().toList();
    }
}
