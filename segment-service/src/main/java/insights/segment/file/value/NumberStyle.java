package insights.segment.file.value;

/**
 * How a file writes numbers.
 *
 * @param decimal before the fraction
 * @param grouping between thousands, beside apostrophes and spaces, which nobody takes for a decimal separator; a NUL
 *     for none
 * @param cautious whether numbers are left alone that mean another one where comma and point change places
 */
public record NumberStyle(char decimal, char grouping, boolean cautious) {

    /** {@code 1,234.5} */
    public static final NumberStyle POINT = new NumberStyle('.', ',', false);

    /** {@code 1.234,5} */
    public static final NumberStyle COMMA = new NumberStyle(',', '.', false);

    /** As computers write, where the file does not show which of the two it is. */
    public static final NumberStyle UNKNOWN = new NumberStyle('.', ',', true);

    private static final int GROUP = 3;

    /** The digits with a decimal point and at most one sign in front, or null when it is no number. */
    public String plain(String text) {
        String plain = read(text);
        if (plain == null || !cautious || text.indexOf('.') < 0 && text.indexOf(',') < 0) {
            return plain;
        }
        String other = COMMA.plain(text);
        return other == null || other.equals(plain) ? plain : null;
    }

    private String read(String text) {
        StringBuilder plain = new StringBuilder(text.length() + 1);
        int digits = 0;
        int run = 0;
        char group = 0;
        boolean point = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                plain.append(c);
                digits++;
                run++;
            } else if (i == 0 && (c == '-' || c == '+')) {
                plain.append(c);
            } else if (c == decimal && !point && (group == 0 || run == GROUP)) {
                plain.append(digits == 0 ? "0." : ".");
                point = true;
                run = 0;
            } else if (!point && groups(c) && (group == 0 ? run >= 1 && run <= GROUP : c == group && run == GROUP)) {
                group = c;
                run = 0;
            } else {
                return null;
            }
        }
        boolean whole = run > 0 && (point || group == 0 || run == GROUP);
        return whole ? plain.toString() : null;
    }

    private boolean groups(char c) {
        return switch (c) {
            case '\'', '\u2019', ' ', '\u00a0', '\u202f', '\u2009' -> true;
            default -> c == grouping && c != 0;
        };
    }
}
