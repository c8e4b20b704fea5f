package insights.export.destination;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import insights.common.address.EmailAddress;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A contact as an export wants it to be, in the terms of a destination but not in the form of its API.
 *
 * @param email its identity
 * @param fields values by the names that the destination has for them, without the address; a null node has to be emptied
 */
public record Contact(EmailAddress email, SortedMap<String, JsonNode> fields) {

    public Contact {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** A contact of whom only the e-mail is said. */
    public static Contact of(EmailAddress email) {
        return new Contact(email, Collections.emptySortedMap());
    }

    /** Fields that have a value in it; in order. */
    public Set<String> filled() {
        Set<String> filled = new TreeSet<>();
        fields.forEach((field, value) -> {
            if (!value.isNull()) {
                filled.add(field);
            }
        });
        return filled;
    }

    /** The same contact that says of some fields that they have no value. */
    public Contact emptying(Collection<String> empty) {
        if (empty.isEmpty()) {
            return this;
        }
        SortedMap<String, JsonNode> changed = new TreeMap<>(fields);
        empty.forEach(field -> changed.put(field, NullNode.getInstance()));
        return new Contact(email, changed);
    }

    /** All of it as text, the same whenever it is the same. */
    public String text() {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(email.sent())
                .add(JsonNodeFactory.instance.objectNode().setAll(fields))
                .toString();
    }

    /** Hides the person. */
    @Override
    public String toString() {
        return "Contact[…]";
    }
}
