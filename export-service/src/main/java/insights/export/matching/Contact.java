package insights.export.matching;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A contact as it is sent to Autopilot.
 *
 * @param email its identity
 * @param body the contact object of Autopilot's API, e-mail included
 */
public record Contact(EmailAddress email, ObjectNode body) {

    /** Hides the person. */
    @Override
    public String toString() {
        return "Contact[…]";
    }
}
