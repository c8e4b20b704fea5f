package insights.export.matching;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A contact as it is sent to Autopilot.
 *
 * @param email its identity
 * @param body the contact object of Autopilot's API, e-mail included
 */
public record Contact(EmailAddress email, ObjectNode body) {

    private static final String NOTIFY = "notify";

    /** A contact of whom only the e-mail is said. Without {@code notify:false} each would set off the hooks that listen there. */
    public static Contact of(EmailAddress email) {
        return new Contact(
                email,
                JsonNodeFactory.instance
                        .objectNode()
                        .put(AutopilotField.EMAIL, email.written())
                        .put(NOTIFY, false));
    }

    /** The same contact, but Autopilot tells the hooks that listen there of it ({@code autopilot-api.md}, "Field names"). */
    public Contact notifyingHooks() {
        return new Contact(email, body.deepCopy().put(NOTIFY, true));
    }

    /** Hides the person. */
    @Override
    public String toString() {
        return "Contact[…]";
    }
}
