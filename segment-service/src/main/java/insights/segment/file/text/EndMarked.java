package insights.segment.file.text;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * A text with a line of its own at the end, which no file has: when that line does not come by itself, a quote before it
 * was never closed and has swallowed the rest.
 */
public final class EndMarked extends FilterReader {

    /** One cell, whatever stands between cells: no letter does. */
    public static final String MARK = "\0endOfFile";

    private static final String LAST_LINE = "\n" + MARK;

    private int marked = -1;
    private char last = '\n';

    public EndMarked(Reader text) {
        super(text);
    }

    /** Whether the text itself ended with a line break. Known at its end. */
    public boolean endedWithLineBreak() {
        return last == '\n' || last == '\r';
    }

    /** Whether more of its last cell may have been meant to follow: no line break and no quote says that it is whole. */
    public boolean mayGoOn() {
        return last != '"' && last >= ' ';
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (marked < 0) {
            int read = in.read(target, offset, length);
            if (read > 0) {
                last = target[offset + read - 1];
            }
            if (read >= 0) {
                return read;
            }
            marked = 0;
        }
        int count = Math.min(length, LAST_LINE.length() - marked);
        LAST_LINE.getChars(marked, marked + count, target, offset);
        marked += count;
        return count == 0 && length > 0 ? -1 : count;
    }
}
