package insights.console.api;

import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Set;

/** Which headers a service gets to see, and which of its own a page. */
final class ForwardedHeaders {

    /** All that a service understands. It gets nothing else: no cookie, nobody's word for who called. */
    private static final Set<String> OF_REQUEST = Set.of(
            "accept",
            "accept-language",
            "content-length",
            "content-type",
            "idempotency-key",
            "if-match",
            "if-none-match",
            "last-event-id",
            "traceparent",
            "tracestate");

    /** What is about one connection, what the console says itself, and what would be kept in the browser. */
    private static final Set<String> NOT_OF_ANSWER = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "set-cookie",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private ForwardedHeaders() {}

    static void ofRequest(MultiMap from, MultiMap to) {
        from.forEach(header -> {
            if (OF_REQUEST.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                to.add(header.getKey(), header.getValue());
            }
        });
    }

    static void ofAnswer(MultiMap from, MultiMap to) {
        from.names().stream()
                .filter(name -> !NOT_OF_ANSWER.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(name -> to.set(name, from.getAll(name)));
        if (!from.contains("Cache-Control")) {
            // Kept only together with its ETag, and never for somebody else.
            to.set("Cache-Control", "private, no-cache");
        }
    }
}
