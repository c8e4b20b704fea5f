package insights.sandbox.autopilot.contact;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A contact of an account. The fields are kept as JSON text, not as objects: that is what lets a million of them fit
 * in a heap of 1 GiB.
 *
 * @param email null when it has none
 * @param fieldsText a JSON object: fields by name, custom ones by key
 * @param lists the ids of the lists it is on
 * @param createdAt epoch milliseconds
 * @param updatedAt epoch milliseconds; {@link #NEVER} until the first update
 */
public record Contact(UUID id, String email, byte[] fieldsText, List<String> lists, long createdAt, long updatedAt) {

    private static final String ID_PREFIX = "person_";
    private static final byte[] NO_FIELDS = Json.bytes(Json.object());

    static final long NEVER = 0;

    /** A contact of which nothing is known yet. */
    static Contact empty(long createdAt) {
        return new Contact(UUID.randomUUID(), null, NO_FIELDS, List.of(), createdAt, NEVER);
    }

    Contact with(String newEmail, ObjectNode newFields, long at) {
        return new Contact(id, newEmail, Json.bytes(newFields), lists, createdAt, at);
    }

    Contact onLists(List<String> newLists) {
        return new Contact(id, email, fieldsText, newLists, createdAt, updatedAt);
    }

    public String contactId() {
        return ID_PREFIX + id.toString().toUpperCase(Locale.ROOT);
    }

    /** @return empty when it does not have the form of a contact id */
    public static Optional<UUID> parseId(String contactId) {
        try {
            return contactId.startsWith(ID_PREFIX)
                    ? Optional.of(UUID.fromString(contactId.substring(ID_PREFIX.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    ObjectNode fields() {
        try {
            return (ObjectNode) Json.parse(fieldsText);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Autopilot answers it, members that have no value left out (advocately/autopilothq-ruby, recordings). */
    public ObjectNode toJson(boolean epochTimestamps) {
        ObjectNode json = Json.object();
        ArrayNode customFields = Json.array();
        if (email != null) {
            json.put("Email", email);
        }
        fields().properties().forEach(field -> CustomField.ofKey(field.getKey())
                .ifPresentOrElse(
                        custom -> customFields
                                .addObject()
                                .put("kind", custom.name())
                                .<ObjectNode>set("value", field.getValue())
                                .put("fieldType", custom.type().toString())
                                .put("deleted", false),
                        () -> json.set(field.getKey(), field.getValue())));
        if (!lists.isEmpty()) {
            lists.forEach(json.putArray("lists")::add);
        }
        putTimestamp(json, "created_at", createdAt, epochTimestamps);
        if (updatedAt != NEVER) {
            putTimestamp(json, "updated_at", updatedAt, epochTimestamps);
        }
        json.put("api_originated", true);
        if (!customFields.isEmpty()) {
            json.set("custom_fields", customFields);
        }
        return json.put("contact_id", contactId());
    }

    private static void putTimestamp(ObjectNode json, String name, long millis, boolean epoch) {
        if (epoch) {
            json.put(name, millis);
        } else {
            json.put(name, Timestamp.format(Instant.ofEpochMilli(millis)));
        }
    }
}
