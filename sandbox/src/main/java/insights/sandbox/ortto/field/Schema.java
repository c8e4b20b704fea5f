package insights.sandbox.ortto.field;

import com.fasterxml.jackson.databind.JsonNode;
import insights.sandbox.ortto.answer.OrttoRefusal;
import insights.sandbox.ortto.settings.OrttoQuirks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields that people of one account have: those that all accounts have, and custom ones. Not thread-safe. */
public final class Schema {

    public static final String EMAIL = "str::email";
    public static final String EXTERNAL_ID = "str::ei";
    public static final String PERSON_ID = "str::person_id";
    public static final String FIRST_NAME = "str::first";
    public static final String LAST_NAME = "str::last";
    public static final String TAGS = "tags";
    public static final String TAG_IDS = "u4s::t";
    public static final String EMAIL_PERMISSION = "bol::p";
    public static final String SMS_PERMISSION = "bol::sp";

    /** help.ortto.com a-264. */
    private static final int MOST_CUSTOM_FIELDS = 100;

    /** help.ortto.com a-257. */
    private static final Map<String, Field> BUILT_IN = Stream.of(
                    texts(
                            FIRST_NAME,
                            LAST_NAME,
                            EMAIL,
                            "str::postal",
                            EXTERNAL_ID,
                            PERSON_ID,
                            "str::language",
                            "str::u-ctx",
                            "str::s-ctx",
                            "str::soo-ctx",
                            "str::soi-ctx",
                            "str::fcm_ios_token",
                            "str::apn_ios_token",
                            "str::android_token"),
                    Stream.of("bol::gdpr", EMAIL_PERMISSION, SMS_PERMISSION)
                            .map(id -> Field.builtIn(id, FieldType.BOOL)),
                    Stream.of("geo::city", "geo::region", "geo::country").map(id -> Field.builtIn(id, FieldType.PLACE)),
                    Stream.of(
                            Field.builtIn("phn::phone", FieldType.PHONE),
                            Field.builtIn("dtz::b", FieldType.DATE),
                            Field.readOnly(TAGS),
                            Field.readOnly(TAG_IDS),
                            Field.readOnly("idt::o")))
            .flatMap(Function.identity())
            .collect(Collectors.toMap(Field::id, Function.identity()));

    private final Map<String, Field> custom = new LinkedHashMap<>();

    private static Stream<Field> texts(String... ids) {
        return Stream.of(ids).map(id -> Field.builtIn(id, FieldType.TEXT));
    }

    public Optional<Field> find(String id) {
        return Optional.ofNullable(BUILT_IN.get(id)).or(() -> Optional.ofNullable(custom.get(id)));
    }

    /** In the order of their making. */
    public Collection<Field> custom() {
        return List.copyOf(custom.values());
    }

    /** @throws OrttoRefusal when there can be no such field */
    public Field create(JsonNode wanted, OrttoQuirks quirks) {
        String name = wanted.path("name").asText("").strip();
        FieldType type = FieldType.creatable(wanted.path("type").asText(""))
                .orElseThrow(() -> OrttoRefusal.badRequest("Invalid field type"));
        boolean tracked = wanted.path("track_changes").asBoolean();
        if (name.isEmpty()) {
            throw OrttoRefusal.badRequest("Field name is required");
        }
        if (type == FieldType.MULTI_SELECT && tracked) {
            throw OrttoRefusal.badRequest("Changes of a multi_select field cannot be tracked");
        }
        String id = type.prefix(quirks.ownPrefixes()) + ":cm:" + kebab(name);
        if (custom.values().stream()
                .anyMatch(field ->
                        field.name().equalsIgnoreCase(name) || field.id().equals(id))) {
            throw new OrttoRefusal(quirks.duplicateFieldConflicts() ? 409 : 400, "Duplicate field name");
        }
        if (custom.size() >= MOST_CUSTOM_FIELDS) {
            throw new OrttoRefusal(403, "Maximum custom field limit reached (" + MOST_CUSTOM_FIELDS + ")");
        }
        List<String> options = type.isSelect() ? texts(wanted.path("values")) : null;
        if (type.isSelect() && options.isEmpty()) {
            throw OrttoRefusal.badRequest("Values are required for a field of type " + type);
        }
        Field field = new Field(id, name, type, options, tracked, false);
        custom.put(id, field);
        return field;
    }

    /**
     * Changes the options of a select, and whether changes are tracked. Replacing goes before adding, and that before
     * removing (help.ortto.com a-266): only the first of them that is asked for is done.
     *
     * @throws OrttoRefusal when there is no such field, or it cannot have that
     */
    public Field update(JsonNode change) {
        Field field = Optional.ofNullable(custom.get(change.path("field_id").asText("")))
                .orElseThrow(() -> unknown(change.path("field_id").asText("")));
        List<String> options = field.options() == null ? null : new ArrayList<>(field.options());
        boolean changesOptions =
                Stream.of("replace_values", "add_values", "remove_values").anyMatch(change::hasNonNull);
        boolean tracked = change.path("track_changes").asBoolean(field.tracked());
        if (changesOptions && options == null || tracked && field.type() == FieldType.MULTI_SELECT) {
            throw OrttoRefusal.badRequest("A field of type " + field.type() + " cannot have that");
        }
        if (change.hasNonNull("replace_values")) {
            options = texts(change.path("replace_values"));
        } else if (change.hasNonNull("add_values")) {
            options.addAll(texts(change.path("add_values")));
        } else if (change.hasNonNull("remove_values")) {
            options.removeAll(texts(change.path("remove_values")));
        }
        Field changed = field.with(options, tracked);
        custom.put(field.id(), changed);
        return changed;
    }

    public void clear() {
        custom.clear();
    }

    /** In the words that were recorded. */
    public static OrttoRefusal unknown(String id) {
        return OrttoRefusal.badRequest(unknownField(id));
    }

    static String unknownField(String id) {
        return "failed to validate field " + id + " in schema: " + id + ": Object not found";
    }

    /** {@code Job Title} is {@code job-title}; RudderStack, ortto utils. */
    static String kebab(String name) {
        return name.toLowerCase(Locale.ROOT).replace("$", "").strip().replaceAll("\\s+", "-");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
