package insights.segment.profile;

/** What texts may be in a profile. */
public final class Texts {

    private static final int MAX_ID = 200;

    private Texts() {}

    /** Whether it may be the id of a profile: 1 to 200 characters, none of them a control character. */
    public static boolean isId(String text) {
        return !text.isEmpty() && text.length() <= MAX_ID && isPrintable(text);
    }

    public static boolean isPrintable(String text) {
        return text.codePoints().noneMatch(point -> Character.isISOControl(point) || isLoneSurrogate(point));
    }

    /** PostgreSQL stores neither NUL nor half of a surrogate pair. */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return c != 0 && text.codePoints().noneMatch(point -> point == 0 || isLoneSurrogate(point));
            }
        }
        return true;
    }

    private static boolean isLoneSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
