package insights.sandbox.ortto.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.ortto.answer.OrttoRefusal;
import insights.sandbox.ortto.field.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * A merge as it was asked for (help.ortto.com a-257).
 *
 * @param mergeBy ids of the fields that tell people apart
 * @param alternatives by such a field, an array of others that its value is looked for in as well
 * @param findStrategy {@link #ANY}, {@link #NEXT_IF_EMPTY} or {@link #ALL} of them
 * @param mergeStrategy {@link #APPEND}, {@link #OVERWRITE} or {@link #IGNORE} what is there
 * @param skipsNonExisting nobody is made
 * @param suppressionField nobody is made whose address in this field is suppressed; empty: that does not matter
 */
record MergeRequest(
        List<JsonNode> people,
        List<String> mergeBy,
        JsonNode alternatives,
        int findStrategy,
        int mergeStrategy,
        boolean skipsNonExisting,
        String suppressionField,
        boolean async) {

    static final int ANY = 0;
    static final int NEXT_IF_EMPTY = 1;
    static final int ALL = 2;

    static final int APPEND = 1;
    static final int OVERWRITE = 2;
    static final int IGNORE = 3;

    private static final int MOST_PEOPLE = 100;
    private static final int MOST_KEYS = 3;

    /**
     * @param defaultKeys those of the API key
     * @throws OrttoRefusal when it is none
     */
    static MergeRequest of(ObjectNode body, List<String> defaultKeys, Schema schema) {
        JsonNode people = body.path("people");
        if (!people.isArray() || people.isEmpty()) {
            throw OrttoRefusal.badRequest("No contacts provided");
        }
        if (people.size() > MOST_PEOPLE) {
            throw OrttoRefusal.badRequest("Too many contacts provided, the maximum is " + MOST_PEOPLE);
        }
        List<JsonNode> each = new ArrayList<>();
        people.forEach(each::add);
        List<String> keys = new ArrayList<>();
        body.path("merge_by").forEach(key -> keys.add(key.asText()));
        return new MergeRequest(
                each,
                check(keys.isEmpty() ? defaultKeys : keys, schema),
                body.path("merge_by_alt_fields"),
                choice(body, "find_strategy", ANY, ALL, ANY),
                choice(body, "merge_strategy", APPEND, IGNORE, OVERWRITE),
                body.path("skip_non_existing").asBoolean(),
                body.path("suppression_list_field_id").asText(""),
                body.path("async").asBoolean());
    }

    boolean isById() {
        return mergeBy.contains(Schema.PERSON_ID);
    }

    private static List<String> check(List<String> keys, Schema schema) {
        if (keys.size() > MOST_KEYS) {
            throw OrttoRefusal.badRequest("merge_by has at most " + MOST_KEYS + " fields");
        }
        if (keys.contains(Schema.PERSON_ID) && keys.size() > 1) {
            throw OrttoRefusal.badRequest(Schema.PERSON_ID + " must be the only field of merge_by");
        }
        for (String key : keys) {
            schema.find(key).orElseThrow(() -> Schema.unknown(key));
        }
        return keys;
    }

    private static int choice(ObjectNode body, String name, int from, int to, int otherwise) {
        JsonNode choice = body.path(name);
        if (choice.isMissingNode() || choice.isNull()) {
            return otherwise;
        }
        if (!choice.isInt() || choice.intValue() < from || choice.intValue() > to) {
            throw OrttoRefusal.badRequest(name + " is one of " + from + " to " + to);
        }
        return choice.intValue();
    }
}
