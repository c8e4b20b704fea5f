package insights.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.answer.Answer;
import insights.sandbox.answer.Refusal;
import insights.sandbox.autopilot.account.AutopilotAccount;
import insights.sandbox.json.Json;
import java.io.IOException;

/** What people do in Autopilot's pages, and what its API does not show at a glance. */
final class AutopilotControl {

    private AutopilotControl() {}

    static Answer lists(ControlCall call) {
        ArrayNode lists = Json.array();
        call.account(AutopilotAccount.class).contacts().lists().all().forEach(list -> lists.addObject()
                .put("list_id", list.id())
                .put("title", list.title())
                .put("contacts", list.size()));
        return Answer.ok(lists);
    }

    static Answer deleteList(ControlCall call) {
        call.account(AutopilotAccount.class)
                .contacts()
                .lists()
                .delete(call.context().pathParam("list"));
        return Answer.noContent();
    }

    static Answer createSegment(ControlCall call) throws IOException {
        ObjectNode body = call.body();
        String id = call.account(AutopilotAccount.class)
                .contacts()
                .segments()
                .create(text(body, "title"), text(body, "field"), text(body, "value"));
        return Answer.of(201, Json.object().put("segment_id", id));
    }

    private static String text(ObjectNode body, String name) {
        String text = body.path(name).asText("");
        if (text.isBlank()) {
            throw Refusal.badRequest("title, field and value are needed.");
        }
        return text;
    }
}
