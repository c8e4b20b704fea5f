package insights.export.rejection;

import insights.common.page.Page;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Everybody whom a run did not export.
 *
 * @param counts per reason, of all of them, whatever the page
 */
public record Rejections(
        @NotNull List<RejectionCount> counts,
        @NotNull List<RunRejection> items,

        @Schema(format = "uri-reference", description = "Where the rest is; absent on the last page")
        URI next) {

    static Rejections of(List<RejectionCount> counts, Page<RunRejection> page) {
        return new Rejections(counts, page.items(), page.next());
    }
}
