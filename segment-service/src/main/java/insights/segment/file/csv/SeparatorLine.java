package insights.segment.file.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line {@code sep=;} that programs write above the header for Excel, which takes it for no line of the file either. */
final class SeparatorLine {

    private static final Pattern LINE = Pattern.compile("\"?sep=(.)\"?(?:\r\n|\n|\r)", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 9;

    private SeparatorLine() {}

    /** Reads beyond the line and tells the separator that it names; null where there is no such line, and nothing is read. */
    static Character skip(BufferedReader text) throws IOException {
        text.mark(LONGEST);
        char[] beginning = new char[LONGEST];
        int length = 0;
        int read;
        while (length < LONGEST && (read = text.read(beginning, length, LONGEST - length)) > 0) {
            length += read;
        }
        text.reset();
        Matcher line = LINE.matcher(new String(beginning, 0, length));
        if (!line.lookingAt()) {
            return null;
        }
        text.skip(line.end());
        return line.group(1).charAt(0);
    }
}
