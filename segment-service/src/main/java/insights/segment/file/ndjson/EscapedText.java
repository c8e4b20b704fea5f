package insights.segment.file.ndjson;

/** Text as it stands between quotes in JSON. What is no escape of JSON is the character itself. */
final class EscapedText {

    private static final String ESCAPES = "bfnrt";
    private static final String MEANT = "\b\f\n\r\t";
    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;

    private EscapedText() {}

    static String read(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder read = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                read.append(c);
                continue;
            }
            char escaped = text.charAt(++i);
            int code = escaped == 'u' ? code(text, i + 1) : -1;
            if (code >= 0) {
                read.append((char) code);
                i += HEX_DIGITS;
            } else {
                int known = ESCAPES.indexOf(escaped);
                read.append(known < 0 ? escaped : MEANT.charAt(known));
            }
        }
        return read.toString();
    }

    private static int code(String text, int start) {
        if (start + HEX_DIGITS > text.length()) {
            return -1;
        }
        int code = 0;
        for (int i = start; i < start + HEX_DIGITS; i++) {
            int digit = Character.digit(text.charAt(i), HEX);
            if (digit < 0) {
                return -1;
            }
            code = code * HEX + digit;
        }
        return code;
    }
}
