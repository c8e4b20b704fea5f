package insights.sandbox.autopilot.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.answer.Answer;
import insights.sandbox.answer.Refusal;
import insights.sandbox.autopilot.contact.Contact;
import insights.sandbox.json.Json;

/** The account, and the one journey it has: {@code /account}, {@code /triggers} and {@code /trigger}. */
final class AccountOperations {

    private static final String TRIGGER_ID = "0001";

    private AccountOperations() {}

    /** Its form is not documented; one client reads {@code fullName} and {@code email}. */
    static Answer account(Call call) {
        return Answer.ok(Json.object()
                .put("instanceId", call.settings().instanceId())
                .put("fullName", "Autopilot Sandbox")
                .put("email", "sandbox@example.com"));
    }

    static Answer triggers(Call call) {
        ObjectNode json = Json.object();
        json.putArray("triggers")
                .addObject()
                .put("trigger_id", TRIGGER_ID)
                .put("journey", "Sandbox journey")
                .put("trigger_type", "apiTrigger");
        return Answer.ok(json);
    }

    /** Answers the public part of the recording of June 2017 (advocately/autopilothq-ruby). */
    static Answer trigger(Call call) {
        if (!call.argument(0).equals(TRIGGER_ID)) {
            throw Refusal.notFound("Trigger could not be found.");
        }
        Contact contact = call.contacts().contact(call.argument(1));
        return Answer.ok(Json.object()
                .put("trigger_id", TRIGGER_ID)
                .put("contact_id_or_email", call.argument(1))
                .put("rqType", "API")
                .put("terminated", false)
                .set("apiContact", contact.toJson(call.quirks().epochTimestamps())));
    }
}
