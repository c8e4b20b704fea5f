package insights.sandbox.ortto.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.answer.Answer;
import insights.sandbox.json.Json;
import java.util.UUID;

/**
 * A request that is answered with an error: {@code {"request_id","code","error"}}, and {@code details} where each person
 * of a merge has one (recorded by phpdevkits/ortto-sdk). Only who is too fast is told so in another shape.
 */
public final class OrttoRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What Ortto's errors about parsing begin with: the name of the account. */
    public static final String INSTANCE = "sandbox";

    private final int status;
    private final transient ArrayNode details;

    public OrttoRefusal(int status, String message) {
        this(status, message, null);
    }

    /** @param details null: none */
    public OrttoRefusal(int status, String message, ArrayNode details) {
        super(message, null, false, false);
        this.status = status;
        this.details = details;
    }

    public static OrttoRefusal badRequest(String message) {
        return new OrttoRefusal(400, message);
    }

    /** A body, or part of one, that is not what it must be. */
    public static OrttoRefusal unreadable(String why) {
        return badRequest(INSTANCE + ": Failed to parse request " + why);
    }

    public Answer answer() {
        ObjectNode body = Json.object()
                .put("request_id", UUID.randomUUID().toString())
                .put("code", status)
                .put("error", getMessage());
        if (details != null) {
            body.set("details", details);
        }
        return Answer.of(status, body);
    }

    /** Too many requests, as the documentation has it: nested, and without any header. */
    public static Answer rateLimit(long tryInSeconds) {
        ObjectNode body = Json.object();
        body.putObject("error")
                .put("code", "rate-limit")
                .put("message", "rate limit")
                .put("try-in-seconds", tryInSeconds);
        return Answer.of(429, body);
    }
}
