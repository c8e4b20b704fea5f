package insights.segment.file.csv;

import insights.common.text.CleanText;
import insights.segment.file.text.CellText;
import java.util.regex.Pattern;

/**
 * What a cell of CSV says, without what programs put around it for spreadsheets alone: {@code '00184} and {@code ="00184"} keep
 * these from taking a code for a number, and {@code '+39…} or {@code '=…} from taking a text for a formula. Shopify and our own
 * lists of rejections write so.
 */
final class CsvCell {

    private static final Pattern AS_FORMULA = Pattern.compile("=\"([^\"]*)\"");
    private static final Pattern CODE = Pattern.compile("\\d[\\d .,/-]*");

    private CsvCell() {}

    /** The text in its clean form. */
    static String of(String cell) {
        String text = CellText.of(cell);
        if (text.length() < 2) {
            return text;
        }
        return switch (text.charAt(0)) {
            case '\'' -> isMarked(text.substring(1)) ? CleanText.of(text.substring(1)) : text;
            case '=' -> {
                var formula = AS_FORMULA.matcher(text);
                yield formula.matches() ? CleanText.of(formula.group(1)) : text;
            }
            default -> text;
        };
    }

    private static boolean isMarked(String rest) {
        return "=+-@".indexOf(rest.charAt(0)) >= 0 || CODE.matcher(rest).matches();
    }
}
