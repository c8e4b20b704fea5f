package insights.common.audit;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A row that no spreadsheet takes for a formula. */
final class CsvRow {

    /** What formulas begin with, by OWASP's "CSV Injection", their full-width forms included. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvRow() {}

    static String of(String... cells) {
        return Arrays.stream(cells).map(CsvRow::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted always; an apostrophe in front of what looks like a formula makes spreadsheets show it as it is. */
    private static String cell(String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        String safe = FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
