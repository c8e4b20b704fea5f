package insights.export.rejection;

import insights.common.page.Page;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;

/**
 * Everybody whom a run did not export.
 *
 * @param counts per reason, of all of them, whatever the page
 */
public record Rejections(
        @NotNull List<RejectionCount> counts, @NotNull List<Rejection> items, URI next) {

    static Rejections of(List<RejectionCount> counts, Page<Rejection> page) {
        return new Rejections(counts, page.items(), page.next());
    }
}
