package insights.export.autopilot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.export.destination.ContactChange;

/** The contact object of Autopilot's API ({@code autopilot-api.md}, "Field names"). */
final class AutopilotContact {

    private static final String NOTIFY = "notify";
    private static final String LIST = "_autopilot_list";
    private static final String CUSTOM = "custom";

    private AutopilotContact() {}

    /**
     * Without {@code notify:false} each contact would set off the hooks that listen there. Nobody documents how Autopilot is
     * told that a field has no value; {@code null} is what it leaves out of what it answers ("Read shape"). Whether somebody
     * is subscribed is never said.
     */
    static ObjectNode of(ContactChange change) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put(AutopilotField.EMAIL, change.contact().email().sent())
                .put(NOTIFY, change.notifyHooks());
        ObjectNode custom = JsonNodeFactory.instance.objectNode();
        change.contact().fields().forEach((field, value) -> (AutopilotField.isStandard(field) ? body : custom)
                .set(field, value));
        if (change.list() != null) {
            body.put(LIST, change.list());
        }
        change.set().forEach(flag -> custom.put(flag, true));
        change.unset().forEach(flag -> custom.put(flag, false));
        if (!custom.isEmpty()) {
            body.set(CUSTOM, custom);
        }
        return body;
    }
}
