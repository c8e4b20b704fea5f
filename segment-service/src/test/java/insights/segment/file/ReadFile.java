package insights.segment.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.segment.field.Field;
import insights.segment.field.FieldType;
import insights.segment.file.column.Columns;
import insights.segment.file.column.Words;
import insights.segment.file.row.Ids;
import insights.segment.file.row.ImportRejection;
import insights.segment.file.row.RejectedLine;
import insights.segment.file.row.Remark;
import insights.segment.file.row.Row;
import insights.segment.file.row.RowFitter;
import insights.segment.file.text.Limits;
import insights.segment.file.text.UnusableFile;
import insights.segment.file.value.Notation;
import insights.segment.file.value.ValueReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A file as it is read, without a database. */
public final class ReadFile implements FileReading.Sink {

    /** Profiles by id, in the order of the file; the last line of several counts. */
    public final Map<String, Map<String, Object>> profiles = new LinkedHashMap<>();

    public final List<ImportRejection> rejections = new ArrayList<>();
    public FileReading.Summary summary;
    private RowFitter fitter;

    @Override
    public void begin(Columns columns, ValueReader values, RowFitter newFitter) {
        profiles.clear();
        rejections.clear();
        fitter = newFitter;
    }

    @Override
    public void row(Row row) {
        Object idValue = row.idValue();
        String id = row.id();
        String problem = Ids.problem(idValue, id);
        if (problem != null) {
            rejections.add(ImportRejection.ofLine(row.line(), ImportRejection.Reason.INVALID_ID, problem));
            return;
        }
        rejections.addAll(fitter.fit(row));
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < row.columns().length; i++) {
            Object value = row.values()[i];
            if (!row.columns()[i].isLeftOut() && value != null && value != RowFitter.UNREADABLE) {
                attributes.put(row.columns()[i].field(), value);
            }
        }
        profiles.put(id, attributes);
    }

    @Override
    public void rejected(RejectedLine line) {
        rejections.add(line.rejection());
    }

    public Object value(String id, String field) {
        return profiles.get(id).get(field);
    }

    public FieldType type(String field) {
        return summary.columns().typed().stream()
                .filter(column -> column.field().equals(field))
                .findFirst()
                .orElseThrow()
                .type();
    }

    public List<Remark.Code> remarks() {
        return summary.remarks().stream().map(Remark::code).toList();
    }

    /** Reads text as a file in UTF-8; parameters are written as in the API. */
    public static ReadFile csv(String text, String... parameters) {
        return read(text.getBytes(StandardCharsets.UTF_8), parameters);
    }

    public static ReadFile ndjson(String text, String... parameters) {
        String[] more = java.util.Arrays.copyOf(parameters, parameters.length + 1);
        more[parameters.length] = "ndjson=true";
        return read(text.getBytes(StandardCharsets.UTF_8), more);
    }

    public static ReadFile read(byte[] bytes, String... parameters) {
        return read(bytes, Map.of(), parameters);
    }

    /** @param known types of fields that are there */
    public static ReadFile read(byte[] bytes, Map<String, FieldType> known, String... parameters) {
        ReadFile read = new ReadFile();
        try {
            read.summary = reading(bytes, known, parameters).read(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    private static FileReading reading(byte[] bytes, Map<String, FieldType> known, String... parameters) {
        Map<String, String> single = new HashMap<>();
        Map<String, String> renamed = new HashMap<>();
        Map<String, FieldType> types = new HashMap<>();
        Map<String, Set<String>> words = new HashMap<>();
        for (String parameter : parameters) {
            String[] pair = parameter.split("=", 2);
            int equals = pair[1].lastIndexOf('=');
            switch (pair[0]) {
                case "map" -> renamed.put(pair[1].substring(0, equals), pair[1].substring(equals + 1));
                case "types" ->
                    types.put(
                            pair[1].substring(0, equals),
                            FieldType.valueOf(pair[1].substring(equals + 1).toUpperCase(Locale.ROOT)));
                case "null", "true", "false" ->
                    words.computeIfAbsent(pair[0], unused -> new HashSet<>()).add(pair[1]);
                default -> single.put(pair[0], pair[1]);
            }
        }
        FileFormat format = new FileFormat(
                single.containsKey("ndjson"),
                single.containsKey("gzip"),
                single.containsKey("charset") ? Charset.forName(single.get("charset")) : null,
                single.containsKey("separator") ? single.get("separator").charAt(0) : null,
                Integer.parseInt(single.getOrDefault("skipLines", "0")));
        FileOptions options = new FileOptions(
                single.getOrDefault("idColumn", "profileId"),
                renamed,
                Map.of(),
                types,
                new Words(
                        words.getOrDefault("null", Set.of()),
                        words.getOrDefault("true", Set.of()),
                        words.getOrDefault("false", Set.of())),
                Notation.of(
                        single.containsKey("locale") ? Locale.forLanguageTag(single.get("locale")) : null,
                        single.containsKey("timeZone") ? ZoneId.of(single.get("timeZone")) : null),
                single.containsKey("widen"),
                single.containsKey("confirm"));
        Limits limits = new Limits(
                Long.parseLong(single.getOrDefault("bytes", "100000000")),
                Long.parseLong(single.getOrDefault("lines", "1000000")),
                200);
        return new FileReading(
                () -> new ByteArrayInputStream(bytes),
                format,
                options,
                limits,
                () -> new Columns(fields(known), types, options.widen(), Set.of()));
    }

    private static Map<String, Field> fields(Map<String, FieldType> types) {
        Map<String, Field> fields = new HashMap<>();
        types.forEach((name, type) -> fields.put(name, new Field(name, type, 1, 1, 0, null, null, null, 0, 0)));
        return fields;
    }

    public static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    /** That a file is refused, in words that have these in them. */
    public static void unusable(String file, String... details) {
        unusable(new String[0], file, details);
    }

    /** The same of a file with parameters. */
    public static void unusable(String[] parameters, String file, String... details) {
        assertThatThrownBy(() -> csv(file, parameters))
                .isInstanceOf(UnusableFile.class)
                .message()
                .contains(details);
    }
}
