package insights.segment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import insights.common.text.CleanText;
import insights.segment.file.text.UnusableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Any bytes and any parameters: an answer in words, in bounded time, and no profile that is not in the file. */
@Timeout(120)
class ReaderFuzzTest {

    private static final String[] PIECES = {
        "profileId",
        "email",
        ",",
        ";",
        "\t",
        "|",
        "\"",
        "\"\"",
        "\n",
        "\r\n",
        "\r",
        "a",
        "1",
        "00",
        "1.234,5",
        "1,234.5",
        "é",
        "😀",
        "\0",
        "\u001a",
        "\uFEFF",
        "\u200b",
        "{",
        "}",
        "[",
        "]",
        ":",
        "true",
        "no",
        "2026-01-31",
        "31/12/2026",
        " ",
        "@example.com",
        "\\N",
        "{\"profileId\":\"x\"}",
        "{\"profileId\":1e999999999,\"a\":1e-999999999}",
        "-",
        "=1+1",
        "NULL",
        "x".repeat(300),
        "2026-01-31 10:00"
    };

    private static final String[] PARAMETERS = {
        "ndjson=true",
        "gzip=true",
        "charset=utf-16le",
        "charset=windows-1252",
        "charset=Shift_JIS",
        "separator=;",
        "separator=|",
        "separator= ",
        "skipLines=1",
        "skipLines=3",
        "locale=it",
        "locale=en-US",
        "locale=fr",
        "timeZone=Europe/Rome",
        "null=NULL",
        "null=\\N",
        "true=x",
        "false=no",
        "types=email=number",
        "types=email=date",
        "map=email=mail",
        "map=email=",
        "map=#2=b",
        "idColumn=email",
        "widen=true",
        "confirm=LINES_IN_CELLS",
        "lines=3"
    };

    @Test
    void whateverComesIsReadOrRefusedInWords() {
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = bytes(random);
            String[] parameters = parameters(random);
            assertThatCode(() -> readOrRefused(bytes, parameters))
                    .as("seed %d, %s", seed, String.join(" ", parameters))
                    .doesNotThrowAnyException();
        }
    }

    private static void readOrRefused(byte[] bytes, String... parameters) {
        try {
            ReadFile file = ReadFile.read(bytes, parameters);
            String text = clean(bytes, file.summary.charset(), parameters);
            for (String id : file.profiles.keySet()) {
                if (text != null && !id.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    assertThat(text).contains(id.replace("\"", ""));
                }
            }
        } catch (UnusableFile e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("Exception").hasSizeLessThan(2_000);
        } catch (UncheckedIOException e) {
            // Only what is packed can be damaged.
            assertThat(parameters).contains("gzip=true");
        }
    }

    /** The whole text without quotes, so that ids can be looked for in it; null when it is packed or JSON, which may write them otherwise. */
    private static String clean(byte[] bytes, String charset, String... parameters) {
        List<String> given = List.of(parameters);
        return given.contains("gzip=true") || given.contains("ndjson=true")
                ? null
                : java.text.Normalizer.normalize(
                                new String(bytes, Charset.forName(charset)), java.text.Normalizer.Form.NFC)
                        .replace("\"", "");
    }

    private static byte[] bytes(Random random) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            byte[] noise = new byte[random.nextInt(500)];
            random.nextBytes(noise);
            return noise;
        }
        StringBuilder text = new StringBuilder();
        if (random.nextBoolean()) {
            text.append(random.nextBoolean() ? "profileId,email,a\n" : "profileId;email\r\n");
        }
        int pieces = random.nextInt(80);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        byte[] bytes = text.toString()
                .getBytes(
                        kind == 1
                                ? StandardCharsets.UTF_16LE
                                : kind == 2 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        if (kind == 3) {
            bytes = gzip(bytes);
        }
        for (int i = random.nextInt(3); kind > 6 && i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static String[] parameters(Random random) {
        String[] parameters = new String[random.nextInt(4)];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = PARAMETERS[random.nextInt(PARAMETERS.length)];
        }
        return parameters;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Test
    void wellFormedFilesHaveTheValuesThatAnotherReaderFinds() throws IOException {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            char separator = ",;\t|".charAt(random.nextInt(4));
            CSVFormat format = CSVFormat.Builder.create()
                    .setDelimiter(separator)
                    .setQuote('"')
                    .setQuoteMode(random.nextBoolean() ? QuoteMode.ALL : QuoteMode.MINIMAL)
                    .setRecordSeparator(random.nextBoolean() ? "\n" : "\r\n")
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();
            String text = file(random, format);
            Charset charset = random.nextInt(4) == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
            List<String> parameters = new ArrayList<>(List.of("confirm=LINES_IN_CELLS"));
            for (String column : header(text, format)) {
                if (!column.equals("profileId")) {
                    parameters.add("types=" + column + "=string");
                }
            }
            ReadFile read = ReadFile.read(
                    (random.nextBoolean() || charset != StandardCharsets.UTF_8 ? "\uFEFF" + text : text)
                            .getBytes(charset),
                    parameters.toArray(String[]::new));
            assertThat(read.rejections).as("seed %d", seed).isEmpty();
            assertThat(read.profiles).as("seed %d", seed).isEqualTo(independent(text, format));
        }
    }

    private static List<String> header(String text, CSVFormat format) throws IOException {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            return parser.getHeaderNames();
        }
    }

    private static Map<String, Map<String, Object>> independent(String text, CSVFormat format) throws IOException {
        Map<String, Map<String, Object>> profiles = new LinkedHashMap<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord line : parser) {
                Map<String, Object> attributes = new LinkedHashMap<>();
                line.toMap().forEach((column, value) -> {
                    String clean = CleanText.of(value);
                    if (!column.equals("profileId") && !clean.isEmpty() && !clean.equals("\\N")) {
                        attributes.put(column, clean);
                    }
                });
                profiles.put(line.get("profileId"), attributes);
            }
        }
        return profiles;
    }

    private static String file(Random random, CSVFormat format) throws IOException {
        int columns = 1 + random.nextInt(6);
        StringBuilder text = new StringBuilder();
        List<Object> names = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            names.add("col" + i);
        }
        names.add(random.nextInt(columns + 1), "profileId");
        CSVFormat plain = format.builder()
                .setHeader((String[]) null)
                .setSkipHeaderRecord(false)
                .get();
        plain.printRecord(text, names.toArray());
        int lines = 1 + random.nextInt(40);
        for (int i = 0; i < lines; i++) {
            List<Object> cells = new ArrayList<>();
            for (Object name : names) {
                cells.add(name.equals("profileId") ? "id-" + i : cell(random));
            }
            plain.printRecord(text, cells.toArray());
        }
        return text.toString();
    }

    private static String cell(Random random) {
        String[] cells = {
            "",
            "x",
            "Müller",
            "a, b; c\td|e",
            "say \"hi\"",
            "line one\nline two",
            "1.234,5",
            "00123",
            " padded ",
            "日本",
            "😀",
            "'quoted'",
            "true",
            "2026-01-31",
            "=1+1",
            "\\N",
            "\u00a0",
            "NULL"
        };
        return cells[random.nextInt(cells.length)];
    }
}
