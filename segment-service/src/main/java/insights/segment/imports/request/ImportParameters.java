package insights.segment.imports.request;

import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.HttpProblem;
import insights.common.problem.Problem;
import insights.common.security.Person;
import insights.segment.field.FieldRole;
import insights.segment.field.FieldType;
import insights.segment.file.FileOptions;
import insights.segment.file.column.ColumnMapping;
import insights.segment.file.column.Words;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What whoever sends a file says about it. All of it has good guesses. */
@RegisterForReflection
public class ImportParameters {

    @QueryParam("mode")
    @DefaultValue("upsert")
    @Parameter(
            description =
                    "upsert adds and changes the profiles of the file; replace takes the file for the whole truth and"
                            + " removes the others",
            schema =
                    @Schema(
                            enumeration = {"upsert", "replace"},
                            defaultValue = "upsert"))
    String mode;

    @QueryParam("idColumn")
    @DefaultValue(ColumnMapping.DEFAULT_ID_COLUMN)
    @Parameter(description = "The column that has the profile's id")
    String idColumn;

    @QueryParam("map")
    @Parameter(
            description = "column=field, for a column that is to fill a field of another name; column= to leave it out;"
                    + " #4=field for a column by its place")
    List<String> map;

    @QueryParam("types")
    @Parameter(
            description = "column=type, for a column whose type is not to be guessed: string, number, boolean, date or"
                    + " datetime")
    List<String> types;

    @QueryParam("optOut")
    @Parameter(description = "A column that says whether people opted out")
    List<String> optOut;

    @QueryParam("email")
    @Parameter(description = "A column that holds the people's addresses")
    List<String> email;

    @QueryParam("separator")
    @Parameter(description = "What stands between the cells of CSV: one character, or comma, semicolon, tab or pipe")
    String separator;

    @QueryParam("charset")
    @Parameter(
            description =
                    "What the file is written in, like windows-1252, cp850 or utf-16le; a byte order mark in the file"
                            + " outweighs it")
    String charset;

    @QueryParam("locale")
    @Parameter(description = "How the file writes numbers and days, as a language tag like it or en-US")
    String locale;

    @QueryParam("timeZone")
    @Parameter(description = "Of times without an offset, like Europe/Rome; UTC without it")
    String timeZone;

    @QueryParam("null")
    @Parameter(description = "A word that stands for no value, like NULL or \\N")
    List<String> missing;

    @QueryParam("true")
    @Parameter(description = "A word for true, beyond the common ones")
    List<String> yes;

    @QueryParam("false")
    @Parameter(description = "A word for false, beyond the common ones")
    List<String> no;

    @QueryParam("skipLines")
    @DefaultValue("0")
    @Parameter(
            description = "Lines before the names of the columns",
            schema = @Schema(minimum = "0", maximum = "1000", defaultValue = "0"))
    int skipLines;

    @QueryParam("expectedLines")
    @Parameter(
            description = "How many lines the file has without the header and blank ones; a file with more or fewer is"
                    + " refused")
    Long expectedLines;

    @QueryParam("widen")
    @DefaultValue("false")
    @Parameter(
            description =
                    "Whether a field becomes text when a value does not fit its type; else that value is left out")
    boolean widen;

    @QueryParam("confirm")
    @Parameter(description = "What is meant though it is more than usual: one of the values of `questions`")
    List<String> confirm;

    @HeaderParam(HttpHeaders.CONTENT_ENCODING)
    @Parameter(description = "When the body is compressed", schema = @Schema(enumeration = "gzip"))
    String encoding;

    @HeaderParam(HttpHeaders.CONTENT_TYPE)
    @Parameter(hidden = true)
    String contentType;

    /** @throws HttpProblem 422 that names the parameter that is wrong, 415 when it is no file that can be read */
    public ImportRequest request(Person startedBy, String idempotencyKey, UriInfo uri) {
        if (!mode.equals("upsert") && !mode.equals("replace")) {
            throw invalid("mode", "give upsert or replace");
        }
        if (idColumn.isBlank()) {
            throw invalid("idColumn", "give the name of a column");
        }
        if (skipLines < 0 || skipLines > 1_000) {
            throw invalid("skipLines", "give a number from 0 to 1000");
        }
        if (expectedLines != null && expectedLines < 1) {
            throw invalid("expectedLines", "give how many lines there must be, 1 at least");
        }
        Words words = new Words(Set.copyOf(missing), lower(yes), lower(no));
        refuseContradictions(words);
        refuseLostTruths(words);
        Map<String, String> renamed = pairs("map", map);
        Map<String, FieldType> typed = new HashMap<>();
        pairs("types", types).forEach((column, type) -> typed.put(column, type(type)));
        if (typed.keySet().stream().anyMatch(column -> column.matches("#\\d+"))) {
            throw invalid("types", "name the column; places like #4 are for map, optOut and email");
        }
        Set<Confirmation> confirmed = confirm.stream()
                .map(text -> Confirmation.of(text)
                        .orElseThrow(() -> invalid(
                                "confirm",
                                "give one of "
                                        + Stream.of(Confirmation.values())
                                                .map(Enum::name)
                                                .collect(Collectors.joining(", ")))))
                .collect(Collectors.toSet());
        FileOptions options = new FileOptions(
                FormatParameters.name(idColumn),
                renamed,
                roles(renamed),
                typed,
                words,
                FormatParameters.notation(locale, timeZone),
                widen,
                confirmed.contains(Confirmation.LINES_IN_CELLS));
        return new ImportRequest(
                ImportMode.valueOf(mode.toUpperCase(Locale.ROOT)),
                FormatParameters.format(contentType, encoding, charset, separator, skipLines),
                options,
                confirmed,
                expectedLines,
                sorted(uri),
                startedBy,
                idempotencyKey);
    }

    /** One word that is turned round would make of all who opted out people who did not. */
    private static void refuseContradictions(Words words) {
        words.wordThatIsBoth().ifPresent(parameter -> {
            throw invalid(
                    parameter,
                    "a word cannot be for true and for false, and common ones like true, yes and 1 mean what they say, unless both are turned round: true=no and false=yes");
        });
    }

    /** What people say of opting out must not become nothing. */
    private static void refuseLostTruths(Words words) {
        if (words.yes().contains("")) {
            throw invalid("true", "give a word: an empty cell says nothing, and never true or false");
        }
        if (words.no().contains("")) {
            throw invalid("false", "give a word: an empty cell says nothing, and never true or false");
        }
        if (words.haveMissingTruth()) {
            throw invalid(
                    "null",
                    "a word for true or false, like true, yes, 1 or 0, cannot stand for no value: it would take opt-outs away; leave the column out with map=column= if its values are not wanted");
        }
    }

    private static Map<String, String> pairs(String parameter, List<String> given) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : given) {
            int equals = pair.lastIndexOf('=');
            if (equals <= 0) {
                throw invalid(parameter, "give column=" + (parameter.equals("map") ? "field" : "type"));
            }
            String column = FormatParameters.name(pair.substring(0, equals));
            String value = FormatParameters.name(pair.substring(equals + 1));
            String before = pairs.put(column, value);
            if (before != null && !before.equals(value)) {
                throw invalid(parameter, "two values for one column");
            }
        }
        return pairs;
    }

    private static FieldType type(String name) {
        return Stream.of(FieldType.values())
                .filter(type -> type.label().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> invalid("types", "give string, number, boolean, date or datetime as the type"));
    }

    private Map<String, FieldRole> roles(Map<String, String> renamed) {
        Map<String, FieldRole> roles = new HashMap<>();
        optOut.forEach(column -> roles.put(FormatParameters.name(column), FieldRole.OPT_OUT));
        for (String column : email) {
            if (roles.put(FormatParameters.name(column), FieldRole.EMAIL) == FieldRole.OPT_OUT) {
                throw invalid("email", "a column cannot be one of addresses and one of opt-outs");
            }
        }
        roles.forEach((column, role) -> {
            if ("".equals(renamed.get(column))) {
                throw invalid(
                        role == FieldRole.OPT_OUT ? "optOut" : "email",
                        "the column is left out by map, and would say nothing");
            }
        });
        return roles;
    }

    private static Set<String> lower(List<String> words) {
        return words.stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String sorted(UriInfo uri) {
        Map<String, List<String>> parameters = new TreeMap<>(uri.getQueryParameters());
        parameters.remove("idColumn", List.of(ColumnMapping.DEFAULT_ID_COLUMN));
        return parameters.toString();
    }

    public static HttpProblem invalid(String parameter, String detail) {
        return Problem.of(
                CommonProblem.VALIDATION_FAILED,
                "Correct the values listed under errors, then send it again.",
                List.of(new FieldError(parameter, detail)));
    }
}
