package insights.sandbox.autopilot.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.answer.Answer;
import insights.sandbox.answer.Refusal;
import insights.sandbox.json.Json;

/** Lists and who is on them: {@code /list} and {@code /lists}. */
final class ListOperations {

    private ListOperations() {}

    static Answer all(Call call) {
        ObjectNode json = Json.object();
        ArrayNode lists = json.putArray("lists");
        call.lists()
                .all()
                .forEach(list -> lists.addObject().put("list_id", list.id()).put("title", list.title()));
        return Answer.ok(json);
    }

    static Answer create(Call call) {
        String name = call.json().path("name").asText("");
        if (name.isBlank()) {
            throw Refusal.badRequest("No list name provided.");
        }
        String id = call.lists().create(name, call.quirks());
        return Answer.ok(Json.object().put("list_id", id).put("name", name));
    }

    static Answer contacts(Call call) {
        return ContactOperations.page(call, call.lists().page(call.argument(0), call.bookmark(1)));
    }

    static Answer check(Call call) {
        if (!call.lists().contains(call.argument(0), call.argument(1))) {
            throw Refusal.notFoundWithoutMessage();
        }
        return Answer.done();
    }

    static Answer add(Call call) {
        return modified(call.lists().add(call.argument(0), call.argument(1)));
    }

    static Answer remove(Call call) {
        return modified(call.lists().remove(call.argument(0), call.argument(1)));
    }

    private static Answer modified(boolean modified) {
        return modified ? Answer.done() : Answer.ok(Json.object().put("not_modified", true));
    }
}
