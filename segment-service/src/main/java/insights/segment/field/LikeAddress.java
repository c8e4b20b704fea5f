package insights.segment.field;

/** What looks like an e-mail address, as the figures about fields count them; cheap enough for every value of a file. */
public final class LikeAddress {

    static final int MAX_LOCAL_PART = 64;

    /** Some of them stand for what is hidden, as two asterisks do. */
    private static final String NOT_IN_LOCAL_PART = "@<>(),;:\"\u2022\u25cf\u2219\u00b7";

    private LikeAddress() {}

    /** Something before one @, and a domain with a dot and no empty part after it. */
    public static boolean is(String text) {
        int at = text.indexOf('@');
        if (at < 1 || at > MAX_LOCAL_PART || text.indexOf('.', at) < 0) {
            return false;
        }
        for (int i = 0; i < at; i++) {
            char c = text.charAt(i);
            boolean masked = c == '*' && text.charAt(i + 1) == '*';
            if (masked || Character.isWhitespace(c) || NOT_IN_LOCAL_PART.indexOf(c) >= 0) {
                return false;
            }
        }
        return isDomain(text, at + 1);
    }

    private static boolean isDomain(String text, int start) {
        boolean partBegins = true;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            boolean partEnds = i + 1 == text.length() || text.charAt(i + 1) == '.';
            if (c == '.' ? partBegins : !letter && (c != '-' || partBegins || partEnds)) {
                return false;
            }
            partBegins = c == '.';
        }
        return !partBegins;
    }
}
