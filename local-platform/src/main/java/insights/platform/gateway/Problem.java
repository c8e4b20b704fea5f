package insights.platform.gateway;

import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;
import java.util.UUID;

/** An error that the gateway answers with, in the form of all others (RFC 9457). */
record Problem(int status, String type, String title, String detail) {

    /** Header that names a request across all services. */
    static final String REQUEST_ID = "X-Request-Id";

    static Problem notFound() {
        return new Problem(404, "not-found", "Not found", "There is nothing at this path.");
    }

    static Problem unavailable(String service) {
        return new Problem(
                503,
                "unavailable",
                "Not available right now",
                "%s does not answer. Try again in a moment; its log tells why.".formatted(service));
    }

    ProxyResponse write(ProxyResponse response, String givenRequestId) {
        String requestId = givenRequestId == null ? UUID.randomUUID().toString() : givenRequestId;
        JsonObject body = new JsonObject()
                .put("type", "urn:insights:problem:" + type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("requestId", requestId);
        return response.setStatusCode(status)
                .putHeader(REQUEST_ID, requestId)
                .putHeader("Content-Type", "application/problem+json")
                .setBody(Body.body(body.toBuffer()));
    }
}
