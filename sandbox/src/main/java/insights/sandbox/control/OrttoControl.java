package insights.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import insights.sandbox.answer.Answer;
import insights.sandbox.answer.Refusal;
import insights.sandbox.json.Json;
import insights.sandbox.ortto.account.OrttoAccount;
import java.io.IOException;

/** What people do in Ortto's pages, and what its API does not show at a glance. */
final class OrttoControl {

    private OrttoControl() {}

    static Answer tags(ControlCall call) {
        ArrayNode tags = Json.array();
        tags.addAll(call.account(OrttoAccount.class).people().tags(""));
        return Answer.ok(tags);
    }

    static Answer suppress(ControlCall call) throws IOException {
        return suppress(call, true);
    }

    static Answer unsuppress(ControlCall call) throws IOException {
        return suppress(call, false);
    }

    static Answer settle(ControlCall call) {
        call.account(OrttoAccount.class).people().settle();
        return Answer.noContent();
    }

    private static Answer suppress(ControlCall call, boolean isSuppressed) throws IOException {
        String email = call.body().path("email").asText("");
        if (email.isBlank()) {
            throw Refusal.badRequest("email is needed.");
        }
        call.account(OrttoAccount.class).people().suppress(email, isSuppressed);
        return Answer.noContent();
    }
}
