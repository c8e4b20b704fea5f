package insights.common.csv;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A row of a CSV file (RFC 4180) of which no spreadsheet takes a cell for a formula. */
public final class CsvRow {

    /** What a file in UTF-8 begins with, so that Excel reads it as such. */
    public static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What formulas begin with, by OWASP's "CSV Injection", their full-width forms included. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /** The same behind what separates cells where the comma does not (Italian, Spanish, German, French spreadsheets). */
    private static final Pattern INNER_FORMULA =
            Pattern.compile("(?<!^)([;\t|]\\s*)(?=[" + Pattern.quote("=+-@\uFF1D\uFF0B\uFF0D\uFF20") + "])");

    private CsvRow() {}

    /** The cells, the empty ones being null or empty, with the end of the line. */
    public static String of(String... cells) {
        return Arrays.stream(cells).map(CsvRow::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted always; an apostrophe in front of what looks like a formula makes spreadsheets show it as it is. */
    private static String cell(String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        String safe = INNER_FORMULA.matcher(value).replaceAll("$1'");
        safe = FORMULA.indexOf(safe.charAt(0)) >= 0 ? "'" + safe : safe;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
