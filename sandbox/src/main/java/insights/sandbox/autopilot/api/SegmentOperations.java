package insights.sandbox.autopilot.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.answer.Answer;
import insights.sandbox.json.Json;

/** Smart segments, which the API only reads: {@code /smart_segments}. */
final class SegmentOperations {

    private SegmentOperations() {}

    static Answer all(Call call) {
        ObjectNode json = Json.object();
        ArrayNode segments = json.putArray("segments");
        call.segments().titles().forEach((id, title) -> segments.addObject()
                .put("segment_id", id)
                .put("title", title));
        return Answer.ok(json);
    }

    static Answer contacts(Call call) {
        return ContactOperations.page(call, call.segments().page(call.argument(0), call.bookmark(1)));
    }
}
