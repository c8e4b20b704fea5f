package insights.common.mask;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hides what values say of a person from those who may not see personal data, and leaves their form: about how long they are, and
 * that an address is one, or a date. Nothing that can be read aloud stays, not even a first letter: many a name has no more. True and
 * false tell nobody who somebody is, and stay.
 */
public final class Mask {

    private static final char HIDDEN = '•';

    private Mask() {}

    /** The values of an object, whose own members' names stay; those in objects and arrays in it too. */
    public static Map<String, Object> of(Map<String, Object> values) {
        Map<String, Object> masked = new LinkedHashMap<>();
        values.forEach((name, value) -> masked.put(name, masked(value)));
        return masked;
    }

    private static Object masked(Object value) {
        return switch (value) {
            case null -> null;
            case Boolean said -> said;
            case Map<?, ?> object -> {
                Map<String, Object> masked = new LinkedHashMap<>();
                object.forEach((name, member) -> masked.put((String) name, masked(member)));
                yield masked;
            }
            case Collection<?> items -> items.stream().map(Mask::masked).toList();
            default -> masked(value.toString());
        };
    }

    /** Signs and spaces of ASCII stay; of other scripts nobody can list what says nothing, and marks are part of letters. */
    private static String masked(String text) {
        StringBuilder masked = new StringBuilder();
        text.codePoints()
                .forEach(character -> masked.append(
                        character < 128 && !Character.isLetterOrDigit(character) ? (char) character : HIDDEN));
        return masked.toString();
    }
}
