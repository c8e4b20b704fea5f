package insights.segment.definition;

import insights.common.problem.Use;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an edit of a segment would do, and who would feel it.
 *
 * @param profiles how many there are at all
 * @param changes of the segment first, then of those made of it that exports send
 * @param usedBy the segments made of it, and the exports that send any of them; without the exports where {@code exportsKnown}
 *     is false
 * @param exportsKnown whether export-service said which exports there are
 * @param permitted whether the caller may make the edit now
 * @param detail why not, and what to do; absent when they may
 */
public record EditPreview(
        long profiles,

        @NotNull @Schema(description = "Of the segment first, then of those made of it that exports send")
        List<MembersChange> changes,

        @NotNull @Schema(description = "The segments made of it, and the exports that send any of them")
        List<Use> usedBy,

        @Schema(description = "false when export-service does not say which exports there are")
        boolean exportsKnown,

        @Schema(description = "Whether the caller may make the edit now")
        boolean permitted,

        @Schema(description = "Why not, and what to do") String detail) {}
