package insights.export.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.export.matching.Contact;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * The boolean fields at Autopilot that stand for segments.
 *
 * @param names by segment: those that the export uses, and those that it has used
 */
record AudienceFields(Map<UUID, String> names) {

    /** The contact with the fields of some segments set to true and of others to false. */
    Contact with(Contact contact, Collection<UUID> in, Collection<UUID> out) {
        if (in.isEmpty() && out.isEmpty()) {
            return contact;
        }
        ObjectNode body = contact.body().deepCopy();
        ObjectNode custom = body.withObjectProperty("custom");
        // In one order, because the fingerprint of a contact is that of its text.
        in.stream().map(names::get).sorted().forEach(field -> custom.put(field, true));
        out.stream().map(names::get).sorted().forEach(field -> custom.put(field, false));
        return new Contact(contact.email(), body);
    }
}
