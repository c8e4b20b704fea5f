package insights.sandbox.ortto.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import insights.sandbox.answer.Answer;
import insights.sandbox.json.Json;

/** Tags, which come into being when people get them: {@code /tags}. */
final class TagOperations {

    private TagOperations() {}

    /** A bare array (recorded by phpdevkits/ortto-sdk). */
    static Answer all(OrttoCall call) {
        ArrayNode tags = Json.array();
        tags.addAll(call.people().tags(call.jsonOrNothing().path("q").asText("")));
        return Answer.ok(tags);
    }
}
