package insights.sandbox.autopilot.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.answer.Answer;
import insights.sandbox.answer.Refusal;
import insights.sandbox.autopilot.hook.Hook;
import insights.sandbox.json.Json;

/** REST hooks: {@code /hook} and {@code /hooks}. */
final class HookOperations {

    private HookOperations() {}

    static Answer register(Call call) {
        ObjectNode wanted = call.json();
        Hook hook = call.account()
                .hooks()
                .register(
                        wanted.path("event").asText(""),
                        wanted.path("target_url").asText(""));
        return Answer.of(201, Json.object().put(call.quirks().hookIdAsId() ? "id" : "hook_id", hook.id()));
    }

    static Answer all(Call call) {
        ObjectNode json = Json.object();
        ArrayNode hooks = json.putArray("hooks");
        call.account().hooks().all().forEach(hook -> hooks.addObject()
                .put("hook_id", hook.id())
                .put("event", hook.event())
                .put("target_url", hook.target().toString())
                .put("created_at", hook.createdAt()));
        return Answer.ok(json);
    }

    static Answer remove(Call call) {
        if (!call.account().hooks().remove(call.argument(0))) {
            throw Refusal.badRequest("Invalid data provided to unregister REST Hook.");
        }
        return Answer.done();
    }

    static Answer removeAll(Call call) {
        call.account().hooks().clear();
        return Answer.done();
    }
}
