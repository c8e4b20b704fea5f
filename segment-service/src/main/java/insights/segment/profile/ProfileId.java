package insights.segment.profile;

import insights.common.text.CleanText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When two texts are one id, and which texts are none. Everything that takes ids from people or files does it by this class,
 * so that each profile can be found, and erased, by what anybody would write.
 */
public final class ProfileId {

    /** In UTF-16, as Java counts. */
    public static final int MAX_LENGTH = 200;

    /** The path of the fields, which is therefore the path of no profile. */
    private static final String FIELDS = "fields";

    /**
     * What spreadsheets and databases make of long numbers: {@code 1.23E+15}, {@code 1.23e15} stand for many numbers, of which
     * nobody knows which. Without a fraction and a sign it is a code as others are.
     */
    private static final Pattern SCIENTIFIC =
            Pattern.compile("[+-]?[0-9]{1,3}(?:(?:[.,][0-9]+)?[eE][+-]|[.,][0-9]+[eE])[0-9]+");

    /**
     * What every id is made of, as a regular expression for API descriptions. Which texts are ids is not said by it alone,
     * see {@link #isCanonical}.
     */
    static final String CHARACTERS = "^[^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029\\uD800-\\uDFFF]+$";

    /** Programs write a column of whole numbers with gaps like {@code 1001.0}; that is nobody else than {@code 1001}. */
    private static final Pattern WITH_FRACTION = Pattern.compile("[1-9][0-9]{0,39}\\.0");

    private ProfileId() {}

    /**
     * The one form of an id: composed, without spaces and invisible characters at its edges, and whole numbers without a fraction.
     * May be empty, or none.
     */
    public static String canonical(String text) {
        String clean = CleanText.of(text);
        return WITH_FRACTION.matcher(clean).matches() ? clean.substring(0, clean.length() - 2) : clean;
    }

    /**
     * Why a text in canonical form is no id, in words for the person who has the file, without what the text says; empty when
     * it is one.
     */
    public static Optional<String> refusal(String canonical) {
        if (canonical.isEmpty()) {
            return Optional.of("no id of a profile");
        }
        if (canonical.length() > MAX_LENGTH) {
            return Optional.of("an id has at most " + MAX_LENGTH + " characters");
        }
        if (CleanText.hasInvisible(canonical)) {
            return Optional.of(
                    "an id has no invisible characters, control characters or line breaks in it, and no spaces"
                            + " but the ordinary one");
        }
        if (canonical.equals(".") || canonical.equals("..")) {
            return Optional.of("\".\" and \"..\" cannot be ids, because no path leads to them");
        }
        if (canonical.equals(FIELDS)) {
            return Optional.of("\"fields\" cannot be an id, because its path is that of the fields");
        }
        if (SCIENTIFIC.matcher(canonical).matches()) {
            return Optional.of("the id is a number in scientific notation, which is that of many profiles: let the"
                    + " spreadsheet show the column as text, or as whole numbers, before it is saved");
        }
        return Optional.empty();
    }

    /** Whether the text is an id as it is. */
    public static boolean isCanonical(String text) {
        return canonical(text).equals(text) && refusal(text).isEmpty();
    }
}
