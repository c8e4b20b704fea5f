package insights.export.ortto;

import com.fasterxml.jackson.databind.JsonNode;
import insights.common.name.DisplayName;
import insights.export.destination.TargetField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A field of a person at Ortto that an export may fill. Built-in ones have Ortto's ids, such as {@code str::first}; those of the
 * customer's own are named by type and name, such as {@code decimal:Basket Value}, because their ids tell no decimal from an
 * integer. With a {@value #CREATES} in front one is created that is not there.
 */
sealed interface OrttoField extends TargetField {

    /** The identity of a person; every data matching needs it. */
    String EMAIL = "str::email";

    /** Stands between the type and the name of a custom field. */
    String SEPARATOR = ":";

    /** Says that a custom field is created when it is not there. */
    String CREATES = "+";

    FieldShape shape();

    @Override
    default boolean holds(String profileFieldType) {
        return target().equals(EMAIL) ? profileFieldType.equals("string") : shape().holds(profileFieldType);
    }

    @Override
    default Optional<JsonNode> value(JsonNode attribute, String text) {
        return FieldValue.of(shape(), attribute, text);
    }

    /** A field that every account has. @param meaning what it is in general */
    record BuiltIn(String target, FieldShape shape, String meaning) implements OrttoField {}

    /** A field of the customer's own. @param creates whether it is created when it is not there */
    record Custom(String target, FieldShape shape, String name, boolean creates) implements OrttoField {

        @Override
        public String identity() {
            return identity(name);
        }

        @Override
        public String remembered() {
            return creates ? target.substring(CREATES.length()) : target;
        }

        /** Ortto takes names for one that differ in case only, or in how wide the gaps between words are. */
        static String identity(String name) {
            return SEPARATOR
                    + name.toLowerCase(Locale.ROOT)
                            .replaceAll("[\\s\\p{Z}]+", " ")
                            .strip();
        }

        /** What to tell who wants it, when there is none and none is to be created. */
        String isMissing() {
            return "Ortto has no field %s: create it there, or write +%s:%1$s to have it created."
                    .formatted(name, shape.type());
        }

        /** Why it cannot be filled although there is one of the name. @param type of that one, as Ortto calls it */
        Optional<String> obstacle(String there, String type) {
            return FieldShape.ofCustom(type).filter(shape::isLike).isPresent()
                    ? Optional.empty()
                    : Optional.of("The field %s at Ortto is of the type %s: match %2$s:%1$s, or another field."
                            .formatted(there, type));
        }
    }

    /**
     * What may be filled ({@code ortto-api.md}, "Field ids"). Left out are the permissions {@code bol::p} and {@code bol::sp}
     * and their reasons: whether somebody wants mail is decided at Ortto and by the person alone; {@code bol::gdpr}; and the
     * tokens of devices.
     */
    List<BuiltIn> STANDARD = List.of(
            new BuiltIn(EMAIL, FieldShape.TEXT, "Email"),
            new BuiltIn("str::first", FieldShape.TEXT, "FirstName"),
            new BuiltIn("str::last", FieldShape.TEXT, "LastName"),
            new BuiltIn("phn::phone", FieldShape.PHONE, "Phone"),
            new BuiltIn("geo::city", FieldShape.PLACE, "MailingCity"),
            new BuiltIn("geo::region", FieldShape.PLACE, "MailingState"),
            new BuiltIn("geo::country", FieldShape.PLACE, "MailingCountry"),
            new BuiltIn("str::postal", FieldShape.TEXT, "MailingPostalCode"),
            new BuiltIn("dtz::b", FieldShape.DATE, "Birthday"),
            new BuiltIn("str::language", FieldShape.TEXT, "Language"),
            new BuiltIn("str::ei", FieldShape.TEXT, "ExternalId"));

    /** What to tell who names another one. */
    String HOW_TO_NAME = "is no field that an export can fill. The standard ones are, in exactly this case: "
            + String.join(", ", STANDARD.stream().map(BuiltIn::target).toList())
            + ". A custom one is written type:Name, with text, large_text, link, phone, single_select, multi_select, integer,"
            + " decimal, currency, price, bool, date or time as its type: decimal:Basket Value. With a + in front it is"
            + " created when it is not there, unless it is a select.";

    /** The field of that name, if there can be such and an export may fill it. */
    static Optional<OrttoField> of(String target) {
        return STANDARD.stream()
                .filter(field -> field.target().equals(target))
                .map(OrttoField.class::cast)
                .findFirst()
                .or(() -> custom(target));
    }

    private static Optional<OrttoField> custom(String target) {
        boolean creates = target.startsWith(CREATES);
        String[] parts = (creates ? target.substring(CREATES.length()) : target).split(SEPARATOR, 2);
        return parts.length < 2 || !isName(parts[1])
                ? Optional.empty()
                : FieldShape.ofCustom(parts[0])
                        .filter(shape -> !creates || shape.isCreatable())
                        .map(shape -> new Custom(target, shape, parts[1], creates));
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.equals(name.strip()) && name.matches(DisplayName.VISIBLE);
    }
}
