package insights.segment.file.row;

import insights.segment.profile.ProfileId;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids of profiles as files write them. One profile has one id, in whatever way it is written. */
public final class Ids {

    private static final int MAX_DIGITS = 40;

    private static final Pattern QUOTED = Pattern.compile("=?\"([^\"]+)\"");

    private Ids() {}

    /**
     * The id in its one form.
     *
     * @param value clean text, a number or a truth value; may be null
     * @return empty when there is none
     */
    public static String text(Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number(number);
            default -> ProfileId.canonical(unmarked(value.toString()));
        };
    }

    /** Without what programs put around it so that spreadsheets take it for text, or for text they took it themselves. */
    private static String unmarked(String id) {
        if (id.length() < 2) {
            return id;
        }
        if (id.charAt(id.length() - 1) == '"') {
            Matcher quoted = QUOTED.matcher(id);
            return quoted.matches() ? quoted.group(1) : id;
        }
        boolean marked =
                id.charAt(0) == '\'' && id.indexOf('\'', 1) < 0 && Character.isLetterOrDigit(id.codePointAt(1));
        return marked ? id.substring(1) : id;
    }

    /** 2 and 2.0 and 2e0 are one number. */
    private static String number(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        boolean plain = Math.abs((long) stripped.scale()) <= MAX_DIGITS && stripped.precision() <= MAX_DIGITS;
        return plain ? stripped.toPlainString() : stripped.toString();
    }

    /**
     * Why it cannot be the id of a profile, or null when it can.
     *
     * @param value as it was read
     * @param id as {@link #text} makes it
     */
    public static String problem(Object value, String id) {
        if (value instanceof Boolean) {
            return "a truth value is no id";
        }
        if (value instanceof BigDecimal && id.chars().anyMatch(c -> c != '-' && (c < '0' || c > '9'))) {
            return "a number that is not whole, or has more than %d digits, is no id: write it as text"
                    .formatted(MAX_DIGITS);
        }
        return ProfileId.refusal(id).orElse(null);
    }
}
