package insights.segment.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What files begin with that are no text, and what to do with them. */
enum Signature {
    ZIP("a ZIP archive, as Excel workbooks are: save the sheet as CSV UTF-8 and send that", "PK\3\4"),
    EMPTY_ZIP("an empty ZIP archive: save the sheet as CSV UTF-8 and send that", "PK\5\6"),
    OLD_WORKBOOK("an old Excel workbook: save the sheet as CSV UTF-8 and send that", "\u00d0\u00cf\u0011\u00e0"),
    GZIP("compressed with gzip: send it with Content-Encoding: gzip, compressed once", "\u001f\u008b"),
    ZSTANDARD("compressed with Zstandard: send it as it is, or compressed with gzip", "\u0028\u00b5\u002f\u00fd"),
    XZ("compressed with xz: send it as it is, or compressed with gzip", "\u00fd7zXZ"),
    BZIP2("compressed with bzip2: send it as it is, or compressed with gzip", "BZh91AY"),
    PARQUET("a Parquet file: save it as CSV or NDJSON in UTF-8", "PAR1"),
    PDF("a PDF document: send the data as CSV or NDJSON", "%PDF"),
    UTF_32_LITTLE("in UTF-32: save it as UTF-8", "\u00ff\u00fe\0\0"),
    UTF_32_BIG("in UTF-32: save it as UTF-8", "\0\0\u00fe\u00ff"),
    HTML("a web page: the download went wrong, or the address of another file was sent", "<!DOCTY"),
    HTML_BARE("a web page: the download went wrong, or the address of another file was sent", "<html"),
    XML("an XML document: save the data as CSV or NDJSON", "<?xml");

    private static final int LONGEST = 8;

    private final String meaning;
    private final byte[] bytes;

    Signature(String meaning, String bytes) {
        this.meaning = meaning;
        this.bytes = bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * The same bytes, looked at.
     *
     * @throws UnusableFile when they are no text
     */
    static InputStream refuse(InputStream in) throws IOException {
        PushbackInputStream begun = new PushbackInputStream(in, LONGEST);
        byte[] first = begun.readNBytes(LONGEST);
        for (Signature signature : values()) {
            if (first.length >= signature.bytes.length
                    && Arrays.equals(first, 0, signature.bytes.length, signature.bytes, 0, signature.bytes.length)) {
                throw new UnusableFile("The file is " + signature.meaning + ".");
            }
        }
        begun.unread(first);
        return begun;
    }
}
