package insights.export.autopilot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import insights.common.name.DisplayName;
import insights.export.destination.TargetField;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A field of a contact at Autopilot that an export may fill. Names are Autopilot's own ({@code autopilot-api.md}, "Field
 * names"): the standard ones in exact case, custom ones as {@code <type>--<Name>} with each space of the name written as
 * a double hyphen, for example {@code integer--Loyalty--Points}.
 */
sealed interface AutopilotField extends TargetField {

    /** The identity of a contact; every data matching needs it. */
    String EMAIL = "Email";

    /** Stands between the type and the words of a custom field's name. */
    String SEPARATOR = "--";

    /** A field that every contact has. It takes values of any type, as text. */
    record Standard(String target) implements AutopilotField {

        @Override
        public boolean holds(String profileFieldType) {
            return !target.equals(EMAIL) || profileFieldType.equals("string");
        }

        @Override
        public Optional<JsonNode> value(JsonNode attribute, String text) {
            return Optional.of(TextNode.valueOf(text));
        }
    }

    /** A field of the customer's own, with its declared type. It comes into being when first used. */
    record Custom(String target, Type type) implements AutopilotField {

        @Override
        public boolean holds(String profileFieldType) {
            return switch (type) {
                case STRING -> true;
                case INTEGER, FLOAT -> profileFieldType.equals("number");
                case BOOLEAN -> profileFieldType.equals("boolean");
                case DATE -> profileFieldType.equals("date") || profileFieldType.equals("datetime");
            };
        }

        @Override
        public Optional<JsonNode> value(JsonNode attribute, String text) {
            return CustomValue.of(type, attribute, text);
        }
    }

    /** Types of custom fields. */
    enum Type {
        STRING,
        INTEGER,
        FLOAT,
        BOOLEAN,
        DATE;

        /** As it stands in the name of a custom field. */
        public String prefix() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What may be filled. Left out are {@code contact_id} and {@code owner_name}, which are read-only, and
     * {@code unsubscribed}: whether somebody wants mail is decided at Autopilot and by the person alone.
     */
    List<String> STANDARD = List.of(
            EMAIL,
            "FirstName",
            "LastName",
            "Salutation",
            "Title",
            "Company",
            "NumberOfEmployees",
            "Industry",
            "Phone",
            "MobilePhone",
            "Fax",
            "Website",
            "MailingStreet",
            "MailingCity",
            "MailingState",
            "MailingPostalCode",
            "MailingCountry",
            "LeadSource",
            "Status",
            "Twitter",
            "LinkedIn");

    /** What to tell who names another one. */
    String HOW_TO_NAME = "is no field that an export can fill. The standard ones are, in exactly this case: "
            + String.join(", ", STANDARD)
            + ". A custom one is written type--Name, with string, integer, float, boolean or date as its type and two hyphens"
            + " for each space of the name: integer--Loyalty--Points is the number Loyalty Points.";

    /** Whether it is one that every contact has. */
    static boolean isStandard(String target) {
        return STANDARD.contains(target);
    }

    /** The field of that name, if Autopilot has such and an export may fill it. */
    static Optional<AutopilotField> of(String target) {
        if (isStandard(target)) {
            return Optional.of(new Standard(target));
        }
        return Arrays.stream(Type.values())
                .filter(type -> target.startsWith(type.prefix() + SEPARATOR) && isName(target, type))
                .findFirst()
                .map(type -> new Custom(target, type));
    }

    /** What a custom field of that type and name is called in a data matching. */
    static String custom(Type type, String name) {
        return type.prefix() + SEPARATOR + String.join(SEPARATOR, name.strip().split("[\\s\\p{Z}]+"));
    }

    /** Words without spaces, joined by double hyphens; with a hyphen at its edge a word could not be read back. */
    private static boolean isName(String target, Type type) {
        String name = target.substring(type.prefix().length() + SEPARATOR.length());
        return name.matches(DisplayName.VISIBLE)
                && Arrays.stream(name.split(SEPARATOR, -1))
                        .allMatch(word -> !word.isEmpty()
                                && !word.startsWith("-")
                                && !word.endsWith("-")
                                && word.chars().noneMatch(Character::isWhitespace));
    }
}
