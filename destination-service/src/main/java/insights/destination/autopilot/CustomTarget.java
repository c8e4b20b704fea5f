package insights.destination.autopilot;

import insights.common.name.DisplayName;
import insights.destination.type.ExistingField;
import insights.destination.type.TargetType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a data matching calls a custom field of Autopilot ({@code autopilot-api.md}, "Field names"). */
final class CustomTarget {

    private static final String SEPARATOR = "--";

    private static final String SPACE = " ";

    /** All but that of the address, which is a standard field. */
    private static final Set<TargetType> TYPES = EnumSet.complementOf(EnumSet.of(TargetType.EMAIL));

    private CustomTarget() {}

    /** Empty for a field that no data matching can name: of a type unknown here, or with a name that could not be read back. */
    static Optional<ExistingField> of(CustomField field) {
        if (field.name() == null || field.fieldType() == null || !isName(field.name())) {
            return Optional.empty();
        }
        return TYPES.stream()
                .filter(type -> prefix(type).equals(field.fieldType()))
                .findFirst()
                .map(type -> new ExistingField(
                        prefix(type) + SEPARATOR + field.name().replace(SPACE, SEPARATOR), field.name(), type));
    }

    /** With hyphens at the edge of a word nobody could tell where the words end. */
    private static boolean isName(String name) {
        return name.matches(DisplayName.VISIBLE)
                && Arrays.stream(name.split(SPACE, -1))
                        .allMatch(word -> !word.isEmpty()
                                && !word.contains(SEPARATOR)
                                && !word.startsWith("-")
                                && !word.endsWith("-")
                                && word.chars().noneMatch(Character::isWhitespace));
    }

    private static String prefix(TargetType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
