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

    /** A contact of whom only the e-mail is said. Without {@code notify:false} each would set off Autopilot's hooks. */
    public static Contact of(EmailAddress email) {
        return new Contact(
                email,
                JsonNodeFactory.instance
                        .objectNode()
                        .put(AutopilotField.EMAIL, email.written())
                        .put("notify", false));
    }

    /** Hides the person. */
    @Override
    public String toString() {
        return "Contact[…]";
    }
}
