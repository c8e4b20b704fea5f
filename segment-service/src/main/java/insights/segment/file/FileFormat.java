package insights.segment.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.zip.ZipException;

/**
 * What a file is written in.
 *
 * @param ndjson whether it has a JSON object per line; else it is CSV
 * @param gzip whether it is compressed
 * @param charset null to find out
 */
public record FileFormat(boolean ndjson, boolean gzip, Charset charset) {

    /** Begins to read. */
    public LineReader open(InputStream body, ColumnMapping mapping) throws IOException {
        Reader text = new FileText(gzip ? unzip(body) : body, charset);
        return ndjson ? new NdjsonLineReader(text, mapping) : new CsvLineReader(text, mapping);
    }

    private static InputStream unzip(InputStream body) throws IOException {
        try {
            return new GzipFile(body);
        } catch (ZipException | EOFException e) {
            throw new UnusableFile("The body is not compressed with gzip: leave out Content-Encoding, or compress it.");
        }
    }
}
