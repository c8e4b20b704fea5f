package insights.segment.file.row;

import insights.segment.file.text.GuessedCharset;
import insights.segment.file.text.UnusableFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** Reads a file line by line. */
public interface LineReader extends Closeable {

    /**
     * The next line, or null at the end. Blank lines are left out.
     *
     * @throws UnusableFile when it shows that the file cannot be imported
     * @throws IOException when the file breaks off
     */
    LineRead next() throws IOException;

    /** What the file is written in, as far as it was read. */
    Charset charset();

    /** The same, where that is a guess. Known at its end. */
    Optional<GuessedCharset> guessedCharset();

    /** Between the cells of CSV; null in NDJSON. */
    Character separator();

    /** A hash of what the file says, whatever it is written in. To be asked for once, at its end. */
    byte[] digest();

    /** Whether the file ends in the middle of its last line. Known at its end. */
    boolean isCut();

    /** Whether the file may have been cut inside the last cell, which nothing ends as others are ended. Known at its end. */
    boolean mayBeCut();

    /** What is to be said about its columns. Known at its end. */
    List<Remark> remarks();
}
