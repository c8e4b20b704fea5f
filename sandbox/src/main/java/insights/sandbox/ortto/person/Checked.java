package insights.sandbox.ortto.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.json.Json;
import insights.sandbox.ortto.field.InvalidValue;
import insights.sandbox.ortto.field.Schema;
import insights.sandbox.ortto.field.Values;
import insights.sandbox.ortto.settings.OrttoQuirks;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One person of a merge, looked at by itself.
 *
 * @param fields as they are kept; null to clear
 * @param cleared ids of fields whose values go before others come
 * @param tags names of those to have
 * @param unsetTags names of those not to have
 * @param error why the person is invalid; null when it is not
 */
record Checked(ObjectNode fields, List<String> cleared, List<String> tags, List<String> unsetTags, String error) {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");
    private static final int LONGEST_EMAIL = 254;

    static Checked of(JsonNode person, boolean isById, Schema schema, OrttoQuirks quirks) {
        ObjectNode fields = Json.object();
        try {
            for (var field : person.path("fields").properties()) {
                keep(field.getKey(), field.getValue(), fields, schema, quirks);
            }
        } catch (InvalidValue e) {
            return invalid(e.getMessage());
        }
        if (isById && person.path("person_id").isTextual() && !fields.has(Schema.PERSON_ID)) {
            fields.set(Schema.PERSON_ID, person.path("person_id"));
        }
        if (isById && !fields.hasNonNull(Schema.PERSON_ID)) {
            return invalid(Schema.PERSON_ID + " is required");
        }
        if (!isById && !says(fields, Schema.EMAIL) && !says(fields, Schema.EXTERNAL_ID)) {
            return invalid("either " + Schema.EMAIL + " or " + Schema.EXTERNAL_ID + " is required");
        }
        if (says(fields, Schema.EMAIL) && !isEmail(fields.path(Schema.EMAIL).asText())) {
            return invalid("failed to validate field " + Schema.EMAIL + ": it is not an e-mail address");
        }
        List<String> cleared = new ArrayList<>();
        person.path("clear_fields").fieldNames().forEachRemaining(cleared::add);
        return new Checked(fields, cleared, names(person, "tags"), names(person, "unset_tags"), null);
    }

    boolean isInvalid() {
        return error != null;
    }

    private static void keep(String id, JsonNode value, ObjectNode fields, Schema schema, OrttoQuirks quirks)
            throws InvalidValue {
        if (value.isNull()) {
            Values.writable(schema, id);
            fields.set(id, value);
            return;
        }
        JsonNode kept = Values.keep(schema, id, value, quirks);
        if (!id.startsWith("geo:") || !kept.isEmpty()) {
            fields.set(id, kept);
        }
    }

    private static boolean says(ObjectNode fields, String id) {
        return !fields.path(id).asText("").isEmpty() && fields.hasNonNull(id);
    }

    private static boolean isEmail(String email) {
        return email.length() <= LONGEST_EMAIL && EMAIL.matcher(email).matches();
    }

    private static List<String> names(JsonNode person, String member) {
        List<String> names = new ArrayList<>();
        person.path(member).forEach(name -> names.add(name.asText()));
        names.removeIf(String::isBlank);
        return names;
    }

    private static Checked invalid(String error) {
        return new Checked(null, List.of(), List.of(), List.of(), error);
    }
}
