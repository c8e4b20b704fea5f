package insights.segment.file.value;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** Numbers as spreadsheets show them: with a currency, as a percentage, or negative by brackets. They are no numbers as they stand. */
public final class Amount {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private static final int CODE = 3;

    private Amount() {}

    /** Whether a text is one, whichever way the file writes numbers. */
    public static boolean isOne(String text) {
        String inside = inside(text.startsWith("-") ? text.substring(1) : text);
        if (inside == null) {
            return false;
        }
        String number = inside.strip();
        return ValueReader.suggestsNumber(NumberStyle.POINT.plain(number))
                || ValueReader.suggestsNumber(NumberStyle.COMMA.plain(number));
    }

    /** What is left without the signs, or null when there are none. */
    private static String inside(String text) {
        int last = text.length() - 1;
        if (last < 1) {
            return null;
        }
        if (text.charAt(0) == '(' && text.charAt(last) == ')') {
            return text.substring(1, last);
        }
        if (text.charAt(last) == '%' || isSign(text.charAt(last))) {
            return text.substring(0, last);
        }
        if (isSign(text.charAt(0))) {
            return text.substring(1);
        }
        if (isCode(text, 0)) {
            return text.substring(CODE);
        }
        int code = text.length() - CODE;
        return isCode(text, code) ? text.substring(0, code) : null;
    }

    /** Most texts are none by their letters. */
    private static boolean isCode(String text, int from) {
        int to = from + CODE;
        if (from < 0 || to > text.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
                return false;
            }
        }
        return CURRENCIES.contains(text.substring(from, to));
    }

    private static boolean isSign(char c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL;
    }
}
