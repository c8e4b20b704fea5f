package insights.common.name;

import java.text.Normalizer;

/**
 * A name by which people tell things from others of their kind, so nothing is in it that they cannot see: no control
 * characters or halves of characters, none that turn the direction of writing, and no spaces without width. Joiners stay:
 * scripts and emoji need them.
 */
public final class DisplayName {

    private static final String CHARACTER =
            "[^\\u0000-\\u001F\\u007F-\\u009F\\u061C\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060\\u2066-\\u2069\\uD800-\\uDFFF\\uFEFF]";

    /**
     * What all of a name, or a part of one, is made of, as a regular expression that means the same in Java, JavaScript
     * and Python.
     */
    public static final String VISIBLE = CHARACTER + "*";

    /**
     * All of a name, as a regular expression in the same way: 1 to 100 characters (not halves of them, as {@code @Size}
     * counts). For names that are {@link #normalized}, so that nobody's name is made of spaces.
     */
    public static final String WHOLE = "^" + CHARACTER + "{1,100}$";

    /** What to tell who gives something else for all of a name. */
    public static final String WHOLE_MESSAGE =
            "must have 1 to 100 characters, without line breaks and characters that cannot be seen";

    /** Most characters of a name, for API descriptions. */
    public static final int MAX_LENGTH = 100;

    private DisplayName() {}

    /** As it is kept: composed (NFC), so that what looks the same is the same, and without spaces around. */
    public static String normalized(String name) {
        return name == null
                ? null
                : Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", "");
    }
}
