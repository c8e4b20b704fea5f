package insights.export.delivery;

import java.util.Comparator;

/** The order of profile ids in the members stream and in the database: by UTF-8 bytes, which is by code points. */
final class ProfileIds {

    static final Comparator<String> ORDER = ProfileIds::compare;

    private ProfileIds() {}

    private static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                // Where two strings differ inside a surrogate pair the first unit may still be equal: compare from it.
                int start = i > 0 && Character.isLowSurrogate(a.charAt(i)) ? i - 1 : i;
                return Integer.compare(a.codePointAt(start), b.codePointAt(start));
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
