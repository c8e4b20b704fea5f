package insights.segment.imports.request;

import insights.common.problem.CommonProblem;
import insights.common.problem.Problem;
import insights.segment.file.FileFormat;
import insights.segment.file.column.HeaderNames;
import insights.segment.file.value.Notation;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the parameters and headers that say what a file is written in. */
final class FormatParameters {

    /** What spreadsheets, browsers and programs call CSV. */
    static final Set<String> CSV = Set.of(
            "text/csv", "text/plain", "text/tab-separated-values", "application/csv", "application/vnd.ms-excel");

    static final Set<String> NDJSON =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines");

    /** Of Excel, whose old name is taken for CSV, of LibreOffice and of Apple. */
    private static final Pattern WORKBOOK = Pattern.compile("spreadsheet|ms-?excel|numbers");

    private static final Pattern FORM = Pattern.compile("^multipart/|form-urlencoded");

    private static final Map<String, Character> SEPARATORS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|', "space", ' ');

    /** Registered by IANA, and called otherwise by Java. */
    private static final Set<String> MAC_ROMAN = Set.of("macintosh", "mac", "macroman", "csmacintosh");

    private FormatParameters() {}

    static FileFormat format(String contentType, String encoding, String charset, String separator, int skipLines) {
        MediaType type = mediaType(contentType);
        String name = (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
        boolean ndjson = NDJSON.contains(name);
        if (!ndjson && !CSV.contains(name)) {
            throw unsupported(instead(name));
        }
        if (ndjson && (separator != null || skipLines > 0)) {
            throw ImportParameters.invalid(separator == null ? "skipLines" : "separator", "only CSV has that");
        }
        Character between = separator(separator);
        return new FileFormat(
                ndjson,
                gzip(encoding),
                charset(charset, type),
                between == null && name.equals("text/tab-separated-values") ? Character.valueOf('\t') : between,
                skipLines);
    }

    private static String instead(String name) {
        if (WORKBOOK.matcher(name).find()) {
            return "That is a workbook by its Content-Type: save the sheet as CSV UTF-8, and send that file with Content-Type: text/csv.";
        }
        if (name.contains("json")) {
            return "Send JSON as one object per line, with Content-Type: application/x-ndjson.";
        }
        return FORM.matcher(name).find()
                ? "Send the file itself as the body, not a form: with curl --data-binary @file and -H 'Content-Type: text/csv'."
                : "Send CSV with Content-Type: text/csv, or one JSON object per line with application/x-ndjson.";
    }

    private static MediaType mediaType(String contentType) {
        try {
            if (contentType != null) {
                return MediaType.valueOf(contentType);
            }
        } catch (IllegalArgumentException e) {
            throw unsupported("Content-Type cannot be read: send CSV with text/csv.");
        }
        throw unsupported("Say with Content-Type whether it is CSV (text/csv) or NDJSON (application/x-ndjson).");
    }

    private static boolean gzip(String encoding) {
        if (encoding != null && !encoding.equalsIgnoreCase("gzip") && !encoding.equalsIgnoreCase("identity")) {
            throw unsupported("Send the file as it is, or compressed with gzip.");
        }
        return "gzip".equalsIgnoreCase(encoding);
    }

    private static Character separator(String text) {
        if (text == null) {
            return null;
        }
        Character named = SEPARATORS.get(text.toLowerCase(Locale.ROOT));
        if (named != null) {
            return named;
        }
        if (text.length() != 1
                || Character.isLetterOrDigit(text.charAt(0))
                || Character.isSurrogate(text.charAt(0))
                || "\"\r\n\0".indexOf(text.charAt(0)) >= 0) {
            throw ImportParameters.invalid(
                    "separator",
                    "give one character that is no letter, digit or quote, or comma, semicolon, tab or pipe");
        }
        return text.charAt(0);
    }

    private static Charset charset(String parameter, MediaType type) {
        String declared = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        String name = parameter == null ? declared : parameter;
        try {
            return name == null
                    ? null
                    : Charset.forName(MAC_ROMAN.contains(name.strip().toLowerCase(Locale.ROOT)) ? "x-MacRoman" : name);
        } catch (IllegalArgumentException e) {
            throw ImportParameters.invalid(
                    parameter == null ? "Content-Type" : "charset",
                    "unknown charset; give one like utf-8, windows-1252, cp850 or utf-16le, or leave it out");
        }
    }

    static Notation notation(String tag, String timeZone) {
        return Notation.of(locale(tag), zone(timeZone));
    }

    private static Locale locale(String tag) {
        if (tag == null) {
            return null;
        }
        Locale locale = Locale.forLanguageTag(tag);
        if (!Arrays.asList(Locale.getAvailableLocales()).contains(locale)
                || locale.getLanguage().isEmpty()) {
            throw ImportParameters.invalid("locale", "unknown; give a language tag like it, es or en-GB");
        }
        return locale;
    }

    private static ZoneId zone(String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw ImportParameters.invalid(
                    "timeZone", "unknown; give a name like Europe/Rome or an offset like +01:00");
        }
    }

    /** The name of a column as the header's names are read. */
    static String name(String text) {
        return HeaderNames.clean(text);
    }

    private static RuntimeException unsupported(String detail) {
        return Problem.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE, detail);
    }
}
