package insights.export.matching;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.common.address.EmailAddress;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * A contact as it is sent to Autopilot.
 *
 * @param email its identity
 * @param body the contact object of Autopilot's API, e-mail included
 */
public record Contact(EmailAddress email, ObjectNode body) {

    private static final String NOTIFY = "notify";
    private static final String CUSTOM = "custom";

    /** A contact of whom only the e-mail is said. Without {@code notify:false} each would set off the hooks that listen there. */
    public static Contact of(EmailAddress email) {
        return new Contact(
                email,
                JsonNodeFactory.instance
                        .objectNode()
                        .put(AutopilotField.EMAIL, email.sent())
                        .put(NOTIFY, false));
    }

    /** The same contact, but Autopilot tells the hooks that listen there of it ({@code autopilot-api.md}, "Field names"). */
    public Contact notifyingHooks() {
        return new Contact(email, body.deepCopy().put(NOTIFY, true));
    }

    /** Fields at Autopilot that have a value in it, besides the e-mail; in order. */
    public Set<String> filled() {
        Set<String> filled = new TreeSet<>();
        body.fieldNames().forEachRemaining(filled::add);
        filled.removeAll(Set.of(AutopilotField.EMAIL, NOTIFY, CUSTOM));
        body.path(CUSTOM).fieldNames().forEachRemaining(filled::add);
        return filled;
    }

    /**
     * The same contact that says of some fields that they have no value. Nobody documents how Autopilot is told so; {@code null}
     * is what it leaves out of what it answers ({@code autopilot-api.md}, "Read shape").
     */
    public Contact emptying(Collection<String> fields) {
        if (fields.isEmpty()) {
            return this;
        }
        ObjectNode changed = body.deepCopy();
        for (String field : new TreeSet<>(fields)) {
            boolean custom = AutopilotField.of(field).orElse(null) instanceof AutopilotField.Custom;
            (custom ? changed.withObjectProperty(CUSTOM) : changed).putNull(field);
        }
        return new Contact(email, changed);
    }

    /** Hides the person. */
    @Override
    public String toString() {
        return "Contact[…]";
    }
}
