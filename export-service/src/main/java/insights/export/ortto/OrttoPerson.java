package insights.export.ortto;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.export.destination.ContactChange;
import java.util.function.UnaryOperator;

/** One person of a merge ({@code ortto-api.md}, "Merge"). */
final class OrttoPerson {

    private static final String PERSON_ID = "str::person_id";

    private OrttoPerson() {}

    /**
     * Whether somebody may be sent e-mail is never said: who exists keeps what they have chosen, and who opted out here is not
     * sent at all. Nor is the address of somebody whose id is known: it may be another one by now, if they wanted it so. A null
     * empties the field.
     *
     * @param ids the id of a field by its target
     */
    static ObjectNode of(ContactChange change, UnaryOperator<String> ids) {
        ObjectNode person = JsonNodeFactory.instance.objectNode();
        ObjectNode fields = person.putObject("fields");
        if (change.contactId() == null) {
            fields.put(OrttoField.EMAIL, change.contact().email().sent());
        } else {
            fields.put(PERSON_ID, change.contactId());
        }
        if (change.contact() != null) {
            change.contact().fields().forEach((target, value) -> fields.set(ids.apply(target), value));
        }
        ArrayNode tags = JsonNodeFactory.instance.arrayNode();
        change.set().forEach(tags::add);
        ArrayNode unset = JsonNodeFactory.instance.arrayNode();
        change.unset().forEach(unset::add);
        if (!tags.isEmpty()) {
            person.set("tags", tags);
        }
        if (!unset.isEmpty()) {
            person.set("unset_tags", unset);
        }
        return person;
    }
}
