package insights.segment.file;

import insights.segment.file.column.ColumnMapping;
import insights.segment.file.csv.CsvLineReader;
import insights.segment.file.ndjson.NdjsonLineReader;
import insights.segment.file.row.LineReader;
import insights.segment.file.text.FileText;
import insights.segment.file.text.GuessedCharset;
import insights.segment.file.text.GzipFile;
import insights.segment.file.text.LimitedStream;
import insights.segment.file.text.Limits;
import insights.segment.file.text.SecondLook;
import insights.segment.file.text.Signature;
import insights.segment.file.text.UnreadableByte;
import insights.segment.file.text.UnusableFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.zip.ZipException;

/**
 * What a file is written in.
 *
 * @param ndjson whether it has a JSON object per line; else it is CSV
 * @param gzip whether it is compressed
 * @param charset null to find out
 * @param separator between the cells of CSV; null to find out
 * @param skipLines before the header of CSV, which are left out
 */
public record FileFormat(boolean ndjson, boolean gzip, Charset charset, Character separator, int skipLines) {

    /**
     * Begins to read.
     *
     * @throws UnusableFile when it can be seen at its beginning that the file cannot be imported
     * @throws IOException when the file breaks off, or is packed and damaged
     */
    public LineReader open(InputStream body, ColumnMapping mapping, Limits limits) throws IOException {
        FileText text = new FileText(Signature.refuse(limited(body, limits)), charset);
        return ndjson ? new NdjsonLineReader(text, mapping) : CsvLineReader.open(text, mapping, separator, skipLines);
    }

    /** Why the file is refused that has a byte which means nothing, in words for whoever has it. */
    UnusableFile explained(UnreadableByte found, FileReading.Source source, Limits limits) throws IOException {
        return SecondLook.at(found, () -> limited(source.open(), limits));
    }

    /** The line that has the first of the letters that may have been meant as others. */
    long line(GuessedCharset guessed, FileReading.Source source, Limits limits) throws IOException {
        return SecondLook.line(guessed.offset(), guessed.charset(), () -> limited(source.open(), limits));
    }

    /**
     * A hash of what a file says, as of one that is read.
     *
     * @throws UnusableFile when its characters cannot be read
     * @throws IOException when the file breaks off, or is packed and damaged
     */
    public byte[] digest(InputStream body, Limits limits) throws IOException {
        try (FileText text = new FileText(limited(body, limits), charset)) {
            text.transferTo(Writer.nullWriter());
            return text.digest();
        }
    }

    private InputStream limited(InputStream body, Limits limits) throws IOException {
        if (!gzip) {
            return new LimitedStream(body, limits, () -> Long.MAX_VALUE);
        }
        try {
            GzipFile unpacked = new GzipFile(body);
            return new LimitedStream(unpacked, limits, unpacked::packed);
        } catch (ZipException | EOFException e) {
            throw new UnusableFile("The body is not compressed with gzip: leave out Content-Encoding, or compress it.");
        }
    }
}
