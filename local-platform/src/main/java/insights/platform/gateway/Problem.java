package insights.platform.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** An error that the gateway answers with, in the form of all others (RFC 9457). */
record Problem(int status, String type, String title, String detail) {

    /** Header that names a request across all services. */
    static final String REQUEST_ID = "X-Request-Id";

    private static final String RETRY_AFTER_SECONDS = "5";
    /** What others may have chosen as a name; anything else is not repeated. */
    private static final String PLAIN = "[\\w.:-]{1,100}";

    static Problem unreadable(String detail) {
        return new Problem(400, "unreadable-request", "The request cannot be read", detail);
    }

    static Problem notFound() {
        return new Problem(404, "not-found", "Not found", "There is nothing at this path.");
    }

    static Problem methodNotAllowed(String allowed) {
        return new Problem(405, "method-not-allowed", "Method not allowed", "Use one of: " + allowed + ".");
    }

    static Problem addressTooLong(int longest) {
        return new Problem(
                414,
                "uri-too-long",
                "The address is too long",
                "The first line of a request has at most %,d bytes here.".formatted(longest));
    }

    static Problem headersTooLarge(int largest) {
        return new Problem(
                431,
                "headers-too-large",
                "The headers are too large",
                "The headers of a request have at most %,d bytes together here.".formatted(largest));
    }

    static Problem tooManyFollowers(int most) {
        return new Problem(
                429,
                "too-many-requests",
                "Too many requests",
                "You follow %d runs already, which is the most at once: close one, or read the run now and then."
                        .formatted(most));
    }

    static Problem notImplemented(String detail) {
        return new Problem(501, "not-implemented", "Not understood here", detail);
    }

    static Problem unavailable(String service) {
        return new Problem(
                503,
                "unavailable",
                "Not available right now",
                "%s does not answer. Try again in a moment; its log tells why.".formatted(service));
    }

    static Problem uploadPaused(String service, long seconds) {
        return new Problem(
                503,
                "unavailable",
                "Not available right now",
                "Nothing of the body came for %d seconds, and %s did not wait longer. Send it again without a pause."
                        .formatted(seconds, service));
    }

    /** Answers with it. */
    void write(HttpServerResponse response, String givenRequestId) {
        String requestId = givenRequestId != null && givenRequestId.matches(PLAIN)
                ? givenRequestId
                : UUID.randomUUID().toString();
        Buffer body = new JsonObject()
                .put("type", "urn:insights:problem:" + type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("requestId", requestId)
                .toBuffer();
        if (status == 503 || status == 429) {
            response.putHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        response.setStatusCode(status)
                .putHeader(REQUEST_ID, requestId)
                .putHeader("Content-Type", "application/problem+json")
                .end(body);
    }
}
