package insights.export.run;

import java.util.List;

/**
 * Rejections as CSV (RFC 4180), safe to open in a spreadsheet: a value that a spreadsheet would take for a formula gets an
 * apostrophe in front (OWASP, "CSV Injection").
 */
final class RejectionCsv {

    static final String HEADER = "profileId,reason,text,otherProfileId\r\n";

    private static final String FORMULA = "=+-@\t\r";

    private RejectionCsv() {}

    static String line(Rejection rejection) {
        return String.join(
                        ",",
                        List.of(
                                cell(rejection.profileId()),
                                cell(rejection.reason().name()),
                                cell(rejection.text()),
                                cell(rejection.otherProfileId())))
                + "\r\n";
    }

    private static String cell(String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        String safe = FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
