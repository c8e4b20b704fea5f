package insights.segment.file.text;

import static org.assertj.core.api.Assertions.assertThat;

import insights.segment.file.FileFormat;
import insights.segment.file.ReadFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TextDigestTest {

    private static final String TEXT = "profileId;città\n1;Rom\n2;\uD83D\uDE00\n".repeat(20_000);

    private static byte[] digest(byte[] file, boolean gzip, Charset charset) throws IOException {
        return new FileFormat(false, gzip, charset, null, 0)
                .digest(new ByteArrayInputStream(file), new Limits(100_000_000, 1_000_000, 200));
    }

    private static byte[] digest(String text) throws IOException {
        return digest(text.getBytes(StandardCharsets.UTF_8), false, null);
    }

    @Test
    void isTheSameWhateverProgramsMakeOfAFile() throws IOException {
        byte[] plain = digest(TEXT);
        for (String text : List.of(
                TEXT.replace("\n", "\r\n"),
                TEXT.replace('\n', '\r'),
                "\n" + TEXT + "\n\r\n",
                TEXT.stripTrailing(),
                "\ufeff" + TEXT)) {
            assertThat(digest(text)).isEqualTo(plain);
        }
        assertThat(digest(TEXT.getBytes(StandardCharsets.UTF_16LE), false, StandardCharsets.UTF_16LE))
                .isEqualTo(plain);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(TEXT.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(digest(packed.toByteArray(), true, null)).isEqualTo(plain);
    }

    @Test
    void isTheSameOfAFileThatIsRead() {
        assertThat(ReadFile.csv(TEXT).summary.digest())
                .isEqualTo(ReadFile.csv(TEXT.replace("\n", "\r\n")).summary.digest())
                .isNotEqualTo(ReadFile.csv(TEXT + "3;x\n").summary.digest());
    }

    @Test
    void isAnotherOfOtherTexts() throws IOException {
        assertThat(List.of(
                        new String(digest("a,b\n1,2\n"), StandardCharsets.ISO_8859_1),
                        new String(digest("a,b\n1,3\n"), StandardCharsets.ISO_8859_1),
                        new String(digest("a,b1,2\n"), StandardCharsets.ISO_8859_1),
                        new String(digest("a,b\n1,2 \n"), StandardCharsets.ISO_8859_1),
                        new String(digest("a,b\n1,\u00e92\n"), StandardCharsets.ISO_8859_1),
                        new String(digest("a,b\n1,\u01e92\n"), StandardCharsets.ISO_8859_1)))
                .doesNotHaveDuplicates();
    }
}
