package insights.sandbox.ortto.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import insights.sandbox.json.Json;
import insights.sandbox.ortto.field.Schema;
import insights.sandbox.ortto.filter.Subject;
import insights.sandbox.ortto.tag.Tags;
import java.time.Instant;
import java.util.List;

/** People as they are shown. */
final class Look {

    private static final List<String> USUAL = List.of(Schema.EMAIL, Schema.FIRST_NAME, Schema.LAST_NAME);

    private final Tags tags;

    Look(Tags tags) {
        this.tags = tags;
    }

    /** @param wanted ids of fields; none: e-mail and name (recorded by phpdevkits/ortto-sdk). What has no value is left out */
    ObjectNode of(Person person, List<String> wanted) {
        ObjectNode json = Json.object().put("id", person.id());
        ObjectNode shown = json.putObject("fields");
        Subject subject = subject(person);
        for (String id : wanted.isEmpty() ? USUAL : wanted) {
            JsonNode value = subject.value(id);
            if (value != null) {
                shown.set(id, value);
            }
        }
        return json;
    }

    /** Everything there is to know about somebody, as no call of the API shows it. */
    ObjectNode whole(Person person) {
        ObjectNode json = Json.object().put("id", person.id()).put("archived", person.archived());
        json.set("fields", person.fields());
        json.set("tags", tagNames(person));
        return json.put("created_at", Instant.ofEpochMilli(person.createdAt()).toString())
                .put("updated_at", Instant.ofEpochMilli(person.updatedAt()).toString());
    }

    Subject subject(Person person) {
        ObjectNode fields = person.fields();
        return id -> switch (id) {
            case Schema.TAGS -> person.tags().length == 0 ? null : tagNames(person);
            case Schema.TAG_IDS -> person.tags().length == 0 ? null : tagIds(person);
            case Schema.PERSON_ID, "str::id" -> TextNode.valueOf(person.id());
            default -> fields.get(id);
        };
    }

    private ArrayNode tagNames(Person person) {
        ArrayNode names = Json.array();
        for (int id : person.tags()) {
            names.add(tags.name(id));
        }
        return names;
    }

    private static ArrayNode tagIds(Person person) {
        ArrayNode ids = Json.array();
        for (int id : person.tags()) {
            ids.add(id);
        }
        return ids;
    }
}
