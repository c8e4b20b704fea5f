package insights.segment.preview;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes values unreadable so that it is still to be seen of what kind and about how long they are: of a word the first
 * letter stays, of a number, a date and a telephone number the form, of an address that it is one. True and false tell
 * nobody who somebody is and stay.
 */
final class Mask {

    private static final char HIDDEN = '•';

    private Mask() {}

    static Map<String, Object> of(Map<String, Object> attributes) {
        Map<String, Object> masked = new LinkedHashMap<>();
        attributes.forEach((name, value) -> masked.put(name, value instanceof Boolean ? value : of(value.toString())));
        return masked;
    }

    private static String of(String text) {
        StringBuilder masked = new StringBuilder();
        boolean begins = true;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (Character.isLetter(character)) {
                masked.appendCodePoint(begins ? character : HIDDEN);
                begins = false;
            } else if (Character.isDigit(character)) {
                masked.append(HIDDEN);
                begins = false;
            } else {
                masked.appendCodePoint(character);
                begins = true;
            }
            i += Character.charCount(character);
        }
        return masked.toString();
    }
}
