package insights.common.page;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list.
 *
 * @param items at most as many as the limit asked for
 * @param next where the rest is, relative to this service; absent on the last page
 */
public record Page<T>(
        @NotNull List<T> items,

        @Schema(format = "uri-reference", description = "Where the rest is; absent on the last page")
        URI next) {

    /** Largest page that can be asked for ({@code design.md} §3). */
    public static final int MAX_LIMIT = 200;

    /** Page size when none is asked for, as text because annotations need it so. */
    public static final String DEFAULT_LIMIT = "50";

    /**
     * Makes a page of rows read with one more than the limit, which tells whether there are more.
     *
     * @param key of an item, from which the next page goes on; it becomes part of the opaque {@code after}
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> key, UriInfo request) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        URI next = request.getRequestUriBuilder()
                .replaceQueryParam("after", Cursor.encode(key.apply(items.get(limit - 1))))
                .build();
        return new Page<>(items, URI.create(next.getRawPath() + "?" + next.getRawQuery()));
    }
}
