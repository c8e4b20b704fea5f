package insights.sandbox.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.json.Json;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Map;

/**
 * A request that is answered with an error, in one of Autopilot's two shapes: {@code {"error":"Not Found",
 * "message":"…"}} (its documentation) or {@code {"code":"NotFound","message":"…"}} (restify's, which PHP clients have
 * met as well). Some are answered without any member.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Map<String, String> headers;

    public Refusal(int status, String message) {
        this(status, message, Map.of());
    }

    public Refusal(int status, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.headers = headers;
    }

    public static Refusal badRequest(String message) {
        return new Refusal(400, message);
    }

    public static Refusal unauthorized() {
        return new Refusal(401, "Provided autopilotapikey not valid.");
    }

    public static Refusal notFound(String message) {
        return new Refusal(404, message);
    }

    /** Some of Autopilot's 404 say nothing (zonneplan/php-autopilothq, AutopilotManager). */
    public static Refusal notFoundWithoutMessage() {
        return new Refusal(404, null);
    }

    public static Refusal conflict(String message) {
        return new Refusal(409, message);
    }

    public Answer answer(boolean errorAsCode) {
        ObjectNode body = Json.object();
        if (getMessage() != null) {
            String reason = HttpResponseStatus.valueOf(status).reasonPhrase();
            body.put(errorAsCode ? "code" : "error", errorAsCode ? reason.replace(" ", "") : reason);
            body.put("message", getMessage());
        }
        return new Answer(status, body, headers);
    }
}
