package insights.sandbox.autopilot.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.answer.Refusal;
import insights.sandbox.autopilot.account.AutopilotAccount;
import insights.sandbox.autopilot.contact.ContactBook;
import insights.sandbox.autopilot.contact.ContactLists;
import insights.sandbox.autopilot.contact.SmartSegments;
import insights.sandbox.autopilot.settings.AccountSettings;
import insights.sandbox.autopilot.settings.Quirks;
import insights.sandbox.json.Json;
import java.io.IOException;
import java.util.List;

/**
 * A request that was found to be for an operation, and may call it.
 *
 * @param arguments what stands for the variables of the route's path, decoded
 */
record Call(AutopilotAccount account, Route route, List<String> arguments, byte[] body) {

    String argument(int index) {
        return arguments.get(index);
    }

    /** The last part of the path, when it has one more than it must have. */
    String bookmark(int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    ContactBook contacts() {
        return account.contacts();
    }

    ContactLists lists() {
        return account.contacts().lists();
    }

    SmartSegments segments() {
        return account.contacts().segments();
    }

    AccountSettings settings() {
        return account.settings();
    }

    Quirks quirks() {
        return account.settings().quirks();
    }

    /**
     * The body, whatever content type was declared: the developer blog's own example (bulk contacts, June 2015)
     * declares none.
     *
     * @throws Refusal when it is not a JSON object: a text that holds JSON is none either
     */
    ObjectNode json() {
        try {
            if (Json.parse(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            // Answered like any other body that is no object.
        }
        throw Refusal.badRequest("Request body is not a JSON object.");
    }
}
