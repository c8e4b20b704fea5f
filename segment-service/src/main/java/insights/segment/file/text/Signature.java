package insights.segment.file.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What files begin with that are no text, and what to do with them. */
public enum Signature {
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
    HTML_TABLE("a web page: save the table as CSV UTF-8 and send that", "<table"),
    SEVEN_ZIP("a 7z archive: send the file in it", "7z\u00bc\u00af"),
    PICTURE("a picture", "\u0089PNG"),
    PHOTOGRAPH("a picture", "\u00ff\u00d8\u00ff"),
    RICH_TEXT("a document of a word processor: save the data as CSV UTF-8 and send that", "{\\rtf"),
    SQLITE("a database: export its table as CSV or NDJSON", "SQLite f"),
    XML("an XML document: save the data as CSV or NDJSON", "<?xml");

    /** Blank lines may stand before markup. */
    private static final int SAMPLE = 128;

    private static final Pattern BEFORE_MARKUP = Pattern.compile("^(?:\u00ef\u00bb\u00bf)?\\s*");

    /** Three zeros around each of two letters. */
    private static final Pattern UNMARKED_UTF_32 = Pattern.compile("[^\0]\0{3}[^\0]\0{3}|\0{3}[^\0]\0{3}[^\0]");

    /** A boundary, and what names the part after it. */
    private static final Pattern FORM = Pattern.compile("(?i)^--\\S{1,70}\r?\nContent-");

    private final String meaning;
    private final String bytes;

    Signature(String meaning, String bytes) {
        this.meaning = meaning;
        this.bytes = bytes;
    }

    /**
     * The same bytes, looked at.
     *
     * @throws UnusableFile when they are no text
     */
    public static InputStream refuse(InputStream in) throws IOException {
        PushbackInputStream begun = new PushbackInputStream(in, SAMPLE);
        byte[] first = begun.readNBytes(SAMPLE);
        String bytes = new String(first, StandardCharsets.ISO_8859_1);
        String markup = BEFORE_MARKUP.matcher(bytes).replaceFirst("");
        for (Signature signature : values()) {
            boolean isMarkup = signature.bytes.charAt(0) == '<';
            if (isMarkup
                    ? markup.regionMatches(true, 0, signature.bytes, 0, signature.bytes.length())
                    : bytes.startsWith(signature.bytes)) {
                throw new UnusableFile("The file is " + signature.meaning + ".");
            }
        }
        if (UNMARKED_UTF_32.matcher(bytes).lookingAt()) {
            throw new UnusableFile("The file is " + UTF_32_LITTLE.meaning + ".");
        }
        if (FORM.matcher(bytes).lookingAt()) {
            throw new UnusableFile(
                    "The body is a form with the file in it: send the file itself, with curl by --data-binary @file.");
        }
        begun.unread(first);
        return begun;
    }
}
