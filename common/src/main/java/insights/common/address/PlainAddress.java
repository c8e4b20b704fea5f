package insights.common.address;

/**
 * The addresses that nearly all are: letters and digits of ASCII, with single signs between them. They are told by one look at
 * their characters, as millions are read and hashed; {@link EmailAddress} says the same of them the long way.
 */
final class PlainAddress {

    private static final int MAX_LABEL = 63;
    private static final int MIN_TOP_LEVEL = 2;

    private PlainAddress() {}

    /** Whether the text is such an address. That a text is none says nothing: it may be an address of another kind. */
    static boolean isOne(String text) {
        int at = text.indexOf('@');
        return at > 0
                && at <= EmailAddress.MAX_LOCAL_PART
                && text.length() <= EmailAddress.MAX_LENGTH
                && isLocalPart(text, at)
                && isHost(text, at + 1);
    }

    private static boolean isLocalPart(String text, int end) {
        boolean afterSign = true;
        for (int i = 0; i < end; i++) {
            boolean sign = "._-+".indexOf(text.charAt(i)) >= 0;
            if (sign ? afterSign : !isLetter(text.charAt(i)) && !isDigit(text.charAt(i))) {
                return false;
            }
            afterSign = sign;
        }
        return !afterSign;
    }

    /** Two hyphens together may be the mark of an encoded label. */
    private static boolean isHost(String text, int start) {
        int label = start;
        boolean afterSign = true;
        boolean letters = true;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sign = c == '.' || c == '-';
            if (sign ? afterSign : !isLetter(c) && !isDigit(c)) {
                return false;
            }
            afterSign = sign;
            if (c == '.') {
                if (i - label > MAX_LABEL) {
                    return false;
                }
                label = i + 1;
                letters = true;
            } else {
                letters &= isLetter(c);
            }
        }
        int topLevel = text.length() - label;
        return label > start && letters && topLevel >= MIN_TOP_LEVEL && topLevel <= MAX_LABEL;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
