package insights.export.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

/** Hides what values say and leaves how they look: enough to see that a date is where a date belongs. */
final class Mask {

    private Mask() {}

    /** Every letter is an x or an X, every digit a 9. True and false say nothing about anybody who is not named. */
    static Map<String, Object> of(Map<String, Object> contact) {
        Map<String, Object> masked = new LinkedHashMap<>();
        contact.forEach((name, value) -> masked.put(name, masked(value)));
        return masked;
    }

    private static Object masked(Object value) {
        return switch (value) {
            case Map<?, ?> object -> {
                Map<String, Object> masked = new LinkedHashMap<>();
                object.forEach((name, member) -> masked.put((String) name, masked(member)));
                yield masked;
            }
            case Boolean said -> said;
            case null -> null;
            default -> masked(value.toString());
        };
    }

    private static String masked(String text) {
        StringBuilder masked = new StringBuilder(text.length());
        text.codePoints()
                .forEach(character -> masked.appendCodePoint(
                        Character.isDigit(character)
                                ? '9'
                                : Character.isUpperCase(character)
                                        ? 'X'
                                        : Character.isLetter(character) ? 'x' : character));
        return masked.toString();
    }
}
