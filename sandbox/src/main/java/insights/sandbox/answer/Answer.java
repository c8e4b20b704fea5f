package insights.sandbox.answer;

import com.fasterxml.jackson.databind.JsonNode;
import insights.sandbox.json.Json;
import java.util.Map;

/**
 * What Autopilot answers.
 *
 * @param body null when there is none (204)
 * @param headers besides those that every answer has
 */
public record Answer(int status, JsonNode body, Map<String, String> headers) {

    public static Answer ok(JsonNode body) {
        return of(200, body);
    }

    /** Done, with nothing to tell: {@code {}}. */
    public static Answer done() {
        return ok(Json.object());
    }

    public static Answer noContent() {
        return of(204, null);
    }

    public static Answer of(int status, JsonNode body) {
        return new Answer(status, body, Map.of());
    }
}
