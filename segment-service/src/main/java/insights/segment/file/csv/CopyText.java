package insights.segment.file.csv;

import java.util.regex.Pattern;

/**
 * The text format of PostgreSQL's COPY, which MySQL's OUTFILE shares: cells between tabs, {@code \\N} for none, and a backslash
 * before whatever would end a cell, itself included. No spreadsheet writes {@code \\N}, so that tells them apart.
 */
final class CopyText {

    private static final Pattern MISSING = Pattern.compile("(?:^|[\\t\\n\\r])\\\\N(?:$|[\\t\\n\\r])");
    private static final String MISSING_CELL = "\\N";

    private CopyText() {}

    /** Whether a file is one, by how it begins. */
    static boolean isOne(String beginning, char separator) {
        return separator == '\t' && MISSING.matcher(beginning).find();
    }

    /** What a cell says. */
    static String cell(String cell) {
        if (cell.indexOf('\\') < 0 || cell.equals(MISSING_CELL)) {
            return cell;
        }
        StringBuilder text = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            text.append(c == '\\' && i + 1 < cell.length() ? meaning(cell.charAt(++i)) : c);
        }
        return text.toString();
    }

    private static char meaning(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'v' -> '\u000b';
            default -> escaped;
        };
    }
}
