package insights.console.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** An error that the console answers with by itself, in the form of all others (RFC 9457). */
public record Problem(int status, String type, String title, String detail) {

    private static final String RETRY_AFTER_SECONDS = "5";

    /** There is nothing at a path, or nothing that pages may ask for. */
    public static Problem notFound() {
        return new Problem(404, "not-found", "Not found", "There is nothing at this path.");
    }

    /** A request that another site may have made a browser send. */
    public static Problem crossSite(String detail) {
        return new Problem(403, "forbidden", "Not allowed", detail);
    }

    /**
     * A service cannot be reached, or broke off.
     *
     * @param service its name, which people find in the log
     */
    public static Problem unavailable(String service) {
        return new Problem(
                503,
                "unavailable",
                "Not available right now",
                "%s does not answer. Try again in a moment; its log tells why.".formatted(service));
    }

    /** Answers with it. */
    public void answer(RoutingContext context) {
        String requestId = RequestId.of(context);
        Buffer body = new JsonObject()
                .put("type", "urn:insights:problem:" + type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("requestId", requestId)
                .toBuffer();
        HttpServerResponse response = context.response();
        if (status == 503) {
            response.putHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .end(body);
    }
}
