package insights.segment.optout;

import insights.common.text.CleanText;

/** What a file has for a person in a column of the role OPT_OUT. */
public enum OptOutCell {
    TRUE,
    FALSE,
    /** No such member, an empty cell, blanks, or a word for what is missing: it changes nothing. */
    ABSENT,
    /** Neither true nor false in the words that the file was read by: it counts as true, and is told. */
    UNREADABLE;

    /**
     * @param value text, a number or a truth value; null where the file has none
     * @param read the value as a {@link Boolean}; null when it cannot be read as one
     */
    public static OptOutCell of(Object value, Object read) {
        if (value == null || value instanceof String text && CleanText.of(text).isEmpty()) {
            return ABSENT;
        }
        if (read instanceof Boolean bool) {
            return bool ? TRUE : FALSE;
        }
        return UNREADABLE;
    }
}
