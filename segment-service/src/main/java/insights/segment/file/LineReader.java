package insights.segment.file;

import java.io.Closeable;
import java.io.IOException;

/** Reads a file line by line. */
public interface LineReader extends Closeable {

    /** The next line, or null at the end. */
    LineRead next() throws IOException;
}
