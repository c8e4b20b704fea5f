package insights.sandbox.ortto.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.answer.Answer;
import insights.sandbox.json.Json;
import insights.sandbox.ortto.field.Field;
import java.util.List;

/** Custom fields of people, in the shapes that phpdevkits/ortto-sdk recorded: {@code /person/custom-field}. */
final class FieldOperations {

    private FieldOperations() {}

    static Answer all(OrttoCall call) {
        call.jsonOrNothing();
        ObjectNode json = Json.object();
        ArrayNode fields = json.putArray("fields");
        call.people()
                .fields(schema ->
                        schema.custom().stream().map(FieldOperations::describe).toList())
                .forEach(fields::add);
        return Answer.ok(json);
    }

    static Answer create(OrttoCall call) {
        ObjectNode wanted = call.json();
        Field field = call.people()
                .fields(schema -> schema.create(wanted, call.settings().quirks()));
        ObjectNode json = Json.object()
                .put("name", field.name())
                .put("field_id", field.id())
                .put("display_type", field.type().toString());
        if (field.options() != null) {
            json.set("values", texts(field.options()));
        }
        if (field.tracked()) {
            json.put("track_changes", true);
        }
        return Answer.ok(json);
    }

    static Answer update(OrttoCall call) {
        ObjectNode change = call.json();
        Field field = call.people().fields(schema -> schema.update(change));
        ObjectNode json = Json.object().put("field_id", field.id());
        json.set("values", field.options() == null ? Json.nothing() : texts(field.options()));
        return Answer.ok(json.put("track_changes", field.tracked()));
    }

    private static ObjectNode describe(Field field) {
        ObjectNode json = Json.object();
        ObjectNode described = json.putObject("field")
                .put("id", field.id())
                .put("name", field.name())
                .put("display_type", field.type().toString())
                .put(
                        "liquid_name",
                        "people.custom." + field.id().substring(field.id().lastIndexOf(':') + 1));
        if (field.options() != null) {
            described.set("dic_items", texts(field.options()));
        }
        return json.put("tracked_value", field.tracked());
    }

    private static ArrayNode texts(List<String> values) {
        ArrayNode texts = Json.array();
        values.forEach(texts::add);
        return texts;
    }
}
