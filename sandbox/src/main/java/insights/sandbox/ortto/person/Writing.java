package insights.sandbox.ortto.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.json.Json;
import insights.sandbox.ortto.field.Schema;
import insights.sandbox.ortto.settings.OrttoQuirks;
import insights.sandbox.ortto.tag.Tags;
import java.time.Clock;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Makes people, and changes them. */
final class Writing {

    private static final String UNSUBSCRIBED = "Unsubscribed via API";
    private static final String SUBSCRIBED = "Subscribed via API";

    /** By the field of a permission: where it says why it was given, and why it was taken. */
    private static final Map<String, String[]> REASONS = Map.of(
            Schema.EMAIL_PERMISSION, new String[] {"str::s-ctx", "str::u-ctx"},
            Schema.SMS_PERMISSION, new String[] {"str::soi-ctx", "str::soo-ctx"});

    private final People people;
    private final Tags tags;
    private final Clock clock;

    Writing(People people, Tags tags, Clock clock) {
        this.people = people;
        this.tags = tags;
        this.clock = clock;
    }

    /** Somebody new may be sent e-mail, and no SMS, unless something else is said. Gives their id. */
    String make(Checked checked) {
        ObjectNode fields = Json.object();
        checked.fields().properties().stream()
                .filter(field -> !field.getValue().isNull())
                .filter(field -> !field.getKey().equals(Schema.PERSON_ID))
                .forEach(field -> fields.set(field.getKey(), field.getValue()));
        permit(Json.object(), fields, Schema.EMAIL_PERMISSION, true);
        permit(Json.object(), fields, Schema.SMS_PERMISSION, false);
        long now = clock.millis();
        Person person =
                new Person(people.nextNumber(), Json.bytes(fields), tagged(new int[0], checked), false, now, now);
        people.add(person, fields);
        return person.id();
    }

    /** Changes somebody as a strategy has it. Gives their id. */
    String change(Person before, Checked checked, int strategy, OrttoQuirks quirks) {
        if (strategy == MergeRequest.IGNORE) {
            return before.id();
        }
        ObjectNode old = before.fields();
        ObjectNode fields = old.deepCopy();
        if (strategy == MergeRequest.OVERWRITE) {
            checked.cleared().forEach(fields::remove);
        }
        checked.fields().properties().forEach(field -> {
            String id = field.getKey();
            boolean keeps = id.equals(Schema.PERSON_ID) || strategy == MergeRequest.APPEND && fields.has(id);
            if (field.getValue().isNull() && strategy == MergeRequest.OVERWRITE) {
                fields.remove(id);
            } else if (!keeps && !field.getValue().isNull()) {
                fields.set(id, field.getValue());
            }
        });
        if (quirks.omittedPermissionResubscribes()
                && strategy == MergeRequest.OVERWRITE
                && !checked.fields().has(Schema.EMAIL_PERMISSION)) {
            fields.put(Schema.EMAIL_PERMISSION, true);
        }
        permit(old, fields, Schema.EMAIL_PERMISSION, true);
        permit(old, fields, Schema.SMS_PERMISSION, false);
        boolean archived = before.archived() && !quirks.mergeRestores();
        Person after = before.with(fields, tagged(before.tags(), checked), archived, clock.millis());
        people.replace(before, old, after, fields);
        return after.id();
    }

    /** A permission is never without a value; and when it changes, something says why. */
    private static void permit(ObjectNode old, ObjectNode fields, String permission, boolean otherwise) {
        boolean was = old.path(permission).asBoolean(otherwise);
        boolean is = fields.path(permission).asBoolean(otherwise);
        fields.put(permission, is);
        if (is != was) {
            String reason = REASONS.get(permission)[is ? 0 : 1];
            JsonNode said = fields.get(reason);
            if (said == null || said.equals(old.get(reason))) {
                fields.put(reason, is ? SUBSCRIBED : UNSUBSCRIBED);
            }
        }
    }

    /** Which of the two goes first where a tag is to be set and unset is not defined; here it is unset. */
    private int[] tagged(int[] before, Checked checked) {
        if (checked.tags().isEmpty() && checked.unsetTags().isEmpty()) {
            return before;
        }
        TreeSet<Integer> after = new TreeSet<>(IntStream.of(before).boxed().toList());
        checked.tags().forEach(name -> after.add(tags.use(name)));
        checked.unsetTags().forEach(name -> tags.find(name).ifPresent(after::remove));
        return after.stream().mapToInt(Integer::intValue).toArray();
    }
}
