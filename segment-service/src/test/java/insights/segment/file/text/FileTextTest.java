package insights.segment.file.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.segment.file.ReadFile;
import insights.segment.file.row.ImportRejection;
import insights.segment.file.row.Remark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C01 to C04, C31, C34, C35, C49: what a file is written in. */
class FileTextTest {

    private static final String BOM = "\uFEFF";

    /** Case C01. */
    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "windows-1252", "utf-16le"})
    void aByteOrderMarkOutweighsTheCharsetThatWasGiven(String given) {
        ReadFile file = ReadFile.csv(BOM + "\"profileId\",\"city\"\r\n\"b1\",\"Müz\"\r\n", "charset=" + given);
        assertThat(file.value("b1", "city")).isEqualTo("Müz");
        assertThat(file.summary.charset()).isEqualTo("UTF-8");
    }

    /** Case C02. */
    @Test
    void marksInTheMiddleAreStrippedAndARepeatedHeaderIsRejected() {
        ReadFile file = ReadFile.csv(BOM + "profileId,email\r\nc1,ann@example.com\r\n" + BOM
                + "profileId,email\r\nc2,bob@example.com\r\n" + BOM + "c3,cy@example.com\r\n");
        assertThat(file.profiles).containsOnlyKeys("c1", "c2", "c3");
        assertThat(file.rejections).extracting(ImportRejection::line).containsExactly(3L);
        assertThat(file.rejections)
                .extracting(ImportRejection::reason)
                .containsExactly(ImportRejection.Reason.REPEATED_HEADER);
    }

    /** Files of Macs, of DOS and of eastern Europe look like it, and nothing else can be told of them. */
    @ParameterizedTest
    @CsvSource({
        "windows-1252, J\u00f6rg, J\u00f6r",
        "x-MacRoman, J\u00f6rg, J\u0161r",
        "cp850, J\u00f6rg, J\u201dr",
        "windows-1250, \u0141ukasz, \u00a3u",
        "windows-1252, Jos\u00e9, s\u00e9"
    })
    void aCharsetThatIsAGuessIsTold(String charset, String name, String example) {
        for (String header : new String[] {"id,name\r\n", "a note\r\nmore\nid,name\n"}) {
            String line = header.startsWith("id") ? "line 3" : "line 5";
            String skip = header.startsWith("id") ? "skipLines=0" : "skipLines=2";
            byte[] file = (header + "1,Ann\r\n2," + name + "\r\n3,Zo\u00e9\r\n").getBytes(Charset.forName(charset));
            assertThat(ReadFile.read(file, "idColumn=id", skip).summary.remarks())
                    .singleElement()
                    .satisfies(remark -> {
                        assertThat(remark.code()).isEqualTo(Remark.Code.CHARSET_TAKEN);
                        assertThat(remark.detail())
                                .contains("windows-1252", line, "\"" + example + "\"", "charset=")
                                .doesNotContain(name);
                    });
            assertThat(ReadFile.read(file, "idColumn=id", skip, "charset=" + charset)
                            .remarks())
                    .isEmpty();
        }
    }

    @Test
    void aCharsetThatShowsIsNoGuess() {
        for (String charset : new String[] {"utf-8", "utf-16le", "us-ascii"}) {
            String name = charset.equals("us-ascii") ? "Ann" : "J\u00f6rg";
            assertThat(ReadFile.read(("profileId,name\n1," + name + "\n").getBytes(Charset.forName(charset)))
                            .remarks())
                    .isEmpty();
        }
        byte[] ndjson = "{\"profileId\":\"1\",\"name\":\"J\u00f6rg\"}\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(ReadFile.read(ndjson, "ndjson=true").remarks()).containsExactly(Remark.Code.CHARSET_TAKEN);
    }

    /** Cases C03, C04. */
    @ParameterizedTest
    @CsvSource({
        "UTF-16LE, true, ''",
        "UTF-16LE, true, utf-16le",
        "UTF-16BE, true, ''",
        "UTF-16LE, false, ''",
        "UTF-16BE, false, ''",
        "UTF-16LE, false, utf-16le"
    })
    void utf16IsReadWithAndWithoutMark(String charset, boolean mark, String given) {
        byte[] bytes = ((mark ? BOM : "") + "profileId\temail\tcity\r\nd1\tann@example.com\tMünchen\r\n")
                .getBytes(Charset.forName(charset));
        ReadFile file = given.isEmpty() ? ReadFile.read(bytes) : ReadFile.read(bytes, "charset=" + given);
        assertThat(file.value("d1", "city")).isEqualTo("München");
        assertThat(file.summary.charset()).isEqualTo(charset);
    }

    /** U+0100, U+0200, U+4E00 have their zero byte on the other side (C04). */
    @ParameterizedTest
    @CsvSource({
        "UTF-16LE, Ādams",
        "UTF-16BE, Ādams",
        "UTF-16LE, ȀĀ一",
        "UTF-16BE, ȀĀ一",
        "UTF-16LE, 一丁七万三上下不与丐丑且世丘丙业丛东丝丢两严丧个中丰",
        "UTF-16BE, 一丁七万三上下不与丐丑且世丘丙业丛东丝丢两严丧个中丰"
    })
    void utf16WithoutMarkIsReadWithLettersOfAZeroByteOnTheOtherSide(String charset, String name) {
        byte[] bytes =
                ("profileId\temail\tname\r\nd1\tann@example.com\t" + name + "\r\n").getBytes(Charset.forName(charset));
        ReadFile file = ReadFile.read(bytes);
        assertThat(file.value("d1", "name")).isEqualTo(name);
        assertThat(file.summary.charset()).isEqualTo(charset);
    }

    @Test
    void zerosThatFillUpATextMakeNoUtf16OfIt() {
        ReadFile file = ReadFile.csv("profileId,name\r\nd1,Ann\0\0\0\0\0\0\0\0\r\nd2,Bob\r\n");
        assertThat(file.summary.charset()).isEqualTo("UTF-8");
        assertThat(file.value("d2", "name")).isEqualTo("Bob");
    }

    /** Case C49. */
    @Test
    void whatIsNotUtf8IsWindows1252AndSaid() {
        ReadFile file = ReadFile.read("profileId;name\r\nW1;Müller\r\n".getBytes(Charset.forName("windows-1252")));
        assertThat(file.value("W1", "name")).isEqualTo("Müller");
        assertThat(file.summary.charset()).isEqualTo("windows-1252");
    }

    /** Case C35. */
    @Test
    void bytesThatNoTextHasAreRefusedWithTheirPlace() {
        byte[] cp850 = "profileId,name,city\r\nJ1,José,Zürich\r\n".getBytes(Charset.forName("cp850"));
        assertThatThrownBy(() -> ReadFile.read(cp850))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("Line 2 has a byte (0x81, byte 31 of the file)")
                .hasMessageContaining("charset");
        assertThat(ReadFile.read(cp850, "charset=cp850").value("J1", "city")).isEqualTo("Zürich");
        byte[] shiftJis = "profileId,name\r\nJ1,山田太郎\r\n".getBytes(Charset.forName("Shift_JIS"));
        assertThat(ReadFile.read(shiftJis, "charset=Shift_JIS").value("J1", "name"))
                .isEqualTo("山田太郎");
        byte[] macRoman = "profileId,name,city\r\nJ1,José,Zürich\r\n".getBytes(Charset.forName("x-MacRoman"));
        assertThat(ReadFile.read(macRoman).summary.charset()).isEqualTo("windows-1252");
        assertThat(ReadFile.read(macRoman, "charset=x-MacRoman").value("J1", "name"))
                .isEqualTo("José");
        byte[] cp1250 = "profileId,name\r\nJ1,Dvořák\r\n".getBytes(Charset.forName("windows-1250"));
        assertThat(ReadFile.read(cp1250, "charset=windows-1250").value("J1", "name"))
                .isEqualTo("Dvořák");
    }

    /** Of a file whose other lines are UTF-8 no other charset is the cure. */
    @Test
    void aByteThatMeansNothingIsToldWithItsLine() throws IOException {
        String lines = "profileId,name\r\n1,Jörg\r\n\n2,Ann\r3,";
        byte[] one = bytes(lines, "J\u00f6rg\n");
        refusedByte(one, "Line 5 has a byte (0xF6, byte 36 of the file)", "mend that line");
        assertThatThrownBy(() -> ReadFile.read(gzip(one), "gzip=true")).hasMessageContaining("Line 5 ");
        byte[] none = bytes("profileId,name\n", "1,J\u00f6rg\n2,Z\u00fcrich\n");
        assertThatThrownBy(() -> ReadFile.read(none, "charset=utf-8"))
                .hasMessageContaining("Line 2 ")
                .hasMessageContaining("charset=windows-1252");
        byte[] first = bytes("profileId,name\n1,", "J\u00f6rg\n");
        refusedByte(
                together(first, "2,Ángel\n3,Íñigo\n".getBytes(StandardCharsets.UTF_8)),
                "Line 3 has a byte (0x81",
                "charset=utf-8");
        byte[] utf16 = together(
                (BOM + "profileId,name\n1,Ann\n2,").getBytes(StandardCharsets.UTF_16LE),
                new byte[] {0x00, (byte) 0xDC, 'x', 0});
        refusedByte(utf16, "Line 3 ", "UTF-16LE");
    }

    private static byte[] bytes(String utf8, String windows) throws IOException {
        return together(utf8.getBytes(StandardCharsets.UTF_8), windows.getBytes(Charset.forName("windows-1252")));
    }

    private static byte[] together(byte[] one, byte[] other) throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(one);
        both.write(other);
        return both.toByteArray();
    }

    private static void refusedByte(byte[] file, String... details) {
        assertThatThrownBy(() -> ReadFile.read(file))
                .isInstanceOf(UnusableFile.class)
                .message()
                .contains(details);
    }

    /** Case C34. */
    @Test
    void aCharacterMayCrossTheEdgeOfABuffer() throws IOException {
        for (int shift = 0; shift < 4; shift++) {
            StringBuilder text = new StringBuilder("profileId,name\n");
            while (text.length() < 65_530 + shift) {
                text.append("I%05d,x\n".formatted(text.length()));
            }
            text.append("last,").append("é€😀".repeat(20)).append('\n');
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            assertThat(ReadFile.read(bytes).value("last", "name")).isEqualTo("é€😀".repeat(20));
            assertThat(ReadFile.read(gzip(bytes), "gzip=true").value("last", "name"))
                    .isEqualTo("é€😀".repeat(20));
        }
    }

    /** Case C31. */
    @Test
    void whatIsNoTextIsCalledByItsName() throws IOException {
        refused(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0}, "ZIP");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}, "old Excel workbook");
        refused("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "PDF");
        refused("<!DOCTYPE html>".getBytes(StandardCharsets.US_ASCII), "web page");
        refused("\uFEFF\r\n <HTML><body>".getBytes(StandardCharsets.UTF_8), "web page");
        refused("<table><tr><td>profileId".getBytes(StandardCharsets.US_ASCII), "web page");
        refused("{\\rtf1 ".getBytes(StandardCharsets.US_ASCII), "word processor");
        refused(new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C}, "7z");
        refused("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII), "database");
        refused("profileId\n1\n".getBytes(Charset.forName("UTF-32LE")), "UTF-32");
        refused("profileId\n1\n".getBytes(Charset.forName("UTF-32BE")), "UTF-32");
        refused(gzip("profileId\n1\n".getBytes(StandardCharsets.UTF_8)), "Content-Encoding: gzip");
        byte[] twice = gzip(gzip("profileId\n1\n".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> ReadFile.read(twice, "gzip=true")).hasMessageContaining("once");
    }

    /** Case D05. */
    @Test
    void aFileHasLimits() throws IOException {
        String line = "1," + "x".repeat(500) + "\n";
        byte[] many = gzip(("profileId,a\n" + line.repeat(40_000)).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> ReadFile.read(many, "gzip=true"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("unpacks to more than 200 times");
        byte[] text = "profileId\n1\n2\n3\n".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ReadFile.read(text, "lines=2")).hasMessageContaining("more than 2 lines");
        assertThat(ReadFile.read(text, "lines=3").profiles).hasSize(3);
        assertThatThrownBy(() -> ReadFile.read(text, "bytes=15")).hasMessageContaining("more than 15 bytes");
        assertThat(ReadFile.read(text, "bytes=16").profiles).hasSize(3);
        assertThatThrownBy(() -> ReadFile.read(gzip(text), "gzip=true", "bytes=15"))
                .hasMessageContaining("more than 15 bytes");
    }

    private static void refused(byte[] bytes, String detail) {
        assertThatThrownBy(() -> ReadFile.read(bytes))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining(detail);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
