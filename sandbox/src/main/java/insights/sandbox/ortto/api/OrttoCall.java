package insights.sandbox.ortto.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.json.Json;
import insights.sandbox.ortto.account.OrttoAccount;
import insights.sandbox.ortto.answer.OrttoRefusal;
import insights.sandbox.ortto.person.PersonBook;
import insights.sandbox.ortto.settings.OrttoSettings;
import java.io.IOException;

/** A request that was found to be for an operation, and may call it. */
record OrttoCall(OrttoAccount account, OrttoRoute route, byte[] body) {

    PersonBook people() {
        return account.people();
    }

    OrttoSettings settings() {
        return account.settings();
    }

    /** Whether a fault refuses an address. */
    boolean refuses(String email) {
        return account.faults().refuses(email, route.method(), route.path());
    }

    /** @throws OrttoRefusal when there is no body (404, as documented), or it is not a JSON object */
    ObjectNode json() {
        if (body.length == 0) {
            throw new OrttoRefusal(404, "Request body is missing");
        }
        try {
            if (Json.parse(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            // Answered like any other body that is no object.
        }
        throw OrttoRefusal.unreadable("the body is not a JSON object: Object not found");
    }

    /** As {@link #json}, but no body at all is an empty object. */
    ObjectNode jsonOrNothing() {
        return body.length == 0 ? Json.object() : json();
    }
}
