package insights.sandbox.autopilot.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.answer.Refusal;
import insights.sandbox.autopilot.settings.Quirks;
import insights.sandbox.json.Json;
import java.util.Set;

/**
 * One contact of an upsert, as it was sent, checked.
 *
 * @param email null when none was sent: since July 2015 Autopilot takes such a contact, and makes a new one each time
 *     (developer blog, "Email no longer a required field")
 * @param newEmail what the contact's e-mail is to become ({@code _NewEmail}), or null
 * @param list the list to be put on ({@code _autopilot_list}), or null
 * @param notifiesHooks whether hooks learn of the contact
 * @param fields by name; custom ones by key, their values normalised; null to clear
 */
public record ContactChange(String email, String newEmail, String list, boolean notifiesHooks, ObjectNode fields) {

    static final String UNSUBSCRIBED = "unsubscribed";

    private static final Set<String> NAMES = Set.of("FirstName", "LastName");

    /** What has a meaning of its own, or is said by Autopilot and comes back from clients that read, change and write. */
    private static final Set<String> NO_FIELDS = Set.of(
            "Email",
            "custom",
            "notify",
            "contact_id",
            "lists",
            "created_at",
            "updated_at",
            "type",
            "api_originated",
            "custom_fields");

    /** @throws Refusal when it is not an object, its e-mail is not one, or a value is not of its field's type */
    public static ContactChange of(JsonNode contact) {
        if (!contact.isObject()) {
            throw Refusal.badRequest("Invalid contact provided.");
        }
        return new ContactChange(
                email(contact, "Email"),
                email(contact, "_NewEmail"),
                contact.path("_autopilot_list").asText(null),
                contact.path("notify").asBoolean(true),
                fields(contact));
    }

    /** The same as one of a bulk request, of which an account may take the list, or not, or now and then. */
    ContactChange inBulk(Quirks quirks) {
        boolean taken = quirks.listInBulkSometimes()
                ? email != null && EmailAddress.identity(email).hashCode() % 2 == 0
                : quirks.listInBulk();
        return taken || list == null ? this : new ContactChange(email, newEmail, null, notifiesHooks, fields);
    }

    /** The fields of a contact after this change. */
    ObjectNode applyTo(ObjectNode before, Quirks quirks) {
        ObjectNode after = before.deepCopy();
        fields.properties().forEach(field -> {
            String name = field.getKey();
            JsonNode old = before.path(name);
            boolean keeps = NAMES.contains(name) && !old.asText("").isEmpty() && !quirks.namesOverwritten()
                    || name.equals(UNSUBSCRIBED) && old.asBoolean() && !quirks.resubscribeByUpsert();
            if (field.getValue().isNull() && !keeps) {
                after.remove(name);
            } else if (!keeps) {
                after.set(name, field.getValue());
            }
        });
        return after;
    }

    private static String email(JsonNode contact, String name) {
        String email = contact.path(name).asText("").strip();
        if (email.isEmpty() && !contact.path(name).isContainerNode()) {
            return null;
        }
        if (!EmailAddress.isValid(email)) {
            throw Refusal.badRequest("Invalid " + name + " provided.");
        }
        return email;
    }

    private static ObjectNode fields(JsonNode contact) {
        ObjectNode fields = Json.object();
        contact.properties().forEach(field -> {
            String name = field.getKey();
            if (!field.getValue().isContainerNode()
                    && !name.startsWith("_")
                    && !NO_FIELDS.contains(name)
                    && CustomField.ofKey(name).isEmpty()) {
                fields.set(name, field.getValue());
            }
        });
        // A key without a type is dropped without a word: what Autopilot does with one is not known.
        contact.path("custom").properties().forEach(custom -> CustomField.ofKey(custom.getKey())
                .ifPresent(field -> fields.set(
                        custom.getKey(),
                        custom.getValue().isNull() ? custom.getValue() : field.normalise(custom.getValue()))));
        return fields;
    }
}
