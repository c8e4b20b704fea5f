package insights.sandbox.ortto.person;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.json.Json;
import insights.sandbox.ortto.field.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Somebody in an account. The fields are kept as JSON text, not as objects: that is what lets hundreds of thousands of
 * them fit in a small heap.
 *
 * @param number in the order of their making
 * @param fieldsText a JSON object: values by field id
 * @param tags ids, in ascending order
 * @param createdAt epoch milliseconds
 * @param updatedAt epoch milliseconds
 */
record Person(long number, byte[] fieldsText, int[] tags, boolean archived, long createdAt, long updatedAt) {

    String id() {
        return PersonId.of(number, createdAt);
    }

    ObjectNode fields() {
        try {
            return (ObjectNode) Json.parse(fieldsText);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Person with(ObjectNode fields, int[] newTags, boolean isArchived, long at) {
        return new Person(number, Json.bytes(fields), newTags, isArchived, createdAt, at);
    }

    Person archived(boolean isArchived) {
        return new Person(number, fieldsText, tags, isArchived, createdAt, updatedAt);
    }

    static boolean isSubscriber(ObjectNode fields) {
        return fields.path(Schema.EMAIL_PERMISSION).asBoolean();
    }
}
