package insights.segment.imports;

import insights.common.page.Cursor;
import insights.common.page.Page;
import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.common.security.Roles;
import insights.segment.field.FieldRole;
import insights.segment.file.FileFormat;
import insights.segment.file.Notation;
import insights.segment.file.Rejection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse;

/** Imports: how profiles come in. */
@Path("/profile-imports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ImportResource {

    private final ImportService imports;
    private final ImportLog log;
    private final Caller caller;

    public ImportResource(ImportService imports, ImportLog log, Caller caller) {
        this.imports = imports;
        this.log = log;
        this.caller = caller;
    }

    @POST
    @Consumes({"text/csv", "application/x-ndjson"})
    @RolesAllowed({Roles.ADMIN, Roles.PLATFORM})
    @Operation(summary = "Import profiles from a file of any size", description = """
                    The answer comes when the file has been taken in; its merge into the profiles goes on after it. Readers
                    see the profiles as they were before, or all of the file.""")
    public RestResponse<ImportResponse> start(
            @QueryParam("mode") @DefaultValue("upsert") @Pattern(regexp = "upsert|replace") String mode,
            @Parameter(description = "The column that has the profile's id")
                    @QueryParam("idColumn")
                    @DefaultValue("profileId")
                    @NotBlank
                    String idColumn,
            @Parameter(
                            description =
                                    "column=field, for a column that is to fill a field of another name; column= to leave"
                                            + " it out")
                    @QueryParam("map")
                    List<String> map,
            @Parameter(
                            description =
                                    "How the file writes numbers and days, as a language tag like it or en-US; without it"
                                            + " as in 1234.5 and 2026-01-31")
                    @QueryParam("locale")
                    String locale,
            @Parameter(description = "A column that says whether people opted out; may be repeated")
                    @QueryParam("optOut")
                    List<String> optOut,
            @Parameter(description = "A column that holds the people's addresses; may be repeated") @QueryParam("email")
                    List<String> email,
            @Parameter(
                            description =
                                    "Whether a field becomes text when a value does not fit its type; else the line is"
                                            + " rejected")
                    @QueryParam("widen")
                    @DefaultValue("false")
                    boolean widen,
            @Parameter(description = "gzip, when the body is compressed") @HeaderParam(HttpHeaders.CONTENT_ENCODING)
                    String encoding,
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = 200) String idempotencyKey,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            UriInfo uri,
            InputStream body) {
        if (type == null) {
            throw Problem.of(
                    CommonProblem.UNSUPPORTED_MEDIA_TYPE, "Say with Content-Type whether it is CSV or NDJSON.");
        }
        ImportRequest request = new ImportRequest(
                ImportMode.valueOf(mode.toUpperCase(Locale.ROOT)),
                idColumn,
                new FileFormat(type.getSubtype().equals("x-ndjson"), gzip(encoding), charset(type)),
                notation(locale),
                widen,
                renamed(map),
                roles(optOut, email),
                readAs(uri),
                caller.name(),
                idempotencyKey);
        ImportResponse started = imports.receive(request, body);
        return ResponseBuilder.<ImportResponse>create(RestResponse.Status.ACCEPTED)
                .location(URI.create("/profile-imports/" + started.id()))
                .entity(started)
                .build();
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.PLATFORM})
    @Operation(summary = "Imports, the latest first")
    public Page<ImportResponse> list(
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            UriInfo request) {
        return Page.of(
                log.list(Cursor.id(after), limit + 1),
                limit,
                started -> started.id().toString(),
                request);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.PLATFORM})
    @Operation(summary = "One import, while it runs and after")
    public ImportResponse get(UUID id) {
        return log.get(id);
    }

    @GET
    @Path("/{id}/rejections")
    @RolesAllowed({Roles.ADMIN, Roles.PLATFORM})
    @Operation(summary = "The lines that were not imported, and why", description = "At most 100,000 are kept.")
    public Page<Rejection> rejections(
            UUID id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            UriInfo request) {
        log.get(id);
        return Page.of(
                log.rejections(id, line(after), limit + 1),
                limit,
                rejection -> Long.toString(rejection.line()),
                request);
    }

    private static long line(String after) {
        try {
            String line = Cursor.decode(after);
            return line == null ? 0 : Long.parseLong(line);
        } catch (NumberFormatException e) {
            throw invalid("after", "not a cursor of this list");
        }
    }

    private static boolean gzip(String encoding) {
        if (encoding != null && !encoding.equalsIgnoreCase("gzip") && !encoding.equalsIgnoreCase("identity")) {
            throw Problem.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE, "Send the file as it is, or compressed with gzip.");
        }
        return "gzip".equalsIgnoreCase(encoding);
    }

    private static Notation notation(String tag) {
        if (tag == null) {
            return Notation.PLAIN;
        }
        Locale locale = Locale.forLanguageTag(tag);
        if (!Arrays.asList(Locale.getAvailableLocales()).contains(locale)
                || locale.getLanguage().isEmpty()) {
            throw invalid("locale", "unknown; give a language tag like it, es or en-GB");
        }
        return Notation.of(locale);
    }

    private static Charset charset(MediaType type) {
        String name = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw invalid("Content-Type", "unknown charset; give utf-8 or windows-1252, or leave it out");
        }
    }

    private static Map<String, String> renamed(List<String> map) {
        Map<String, String> renamed = new HashMap<>();
        for (String pair : map) {
            int equals = pair.lastIndexOf('=');
            if (equals <= 0) {
                throw invalid("map", "give column=field");
            }
            renamed.put(pair.substring(0, equals), pair.substring(equals + 1).strip());
        }
        return renamed;
    }

    private static Map<String, FieldRole> roles(List<String> optOut, List<String> email) {
        Map<String, FieldRole> roles = new HashMap<>();
        optOut.forEach(column -> roles.put(column.strip(), FieldRole.OPT_OUT));
        for (String column : email) {
            if (roles.put(column.strip(), FieldRole.EMAIL) == FieldRole.OPT_OUT) {
                throw invalid("email", "a column cannot be one of addresses and one of opt-outs");
            }
        }
        return roles;
    }

    /** Whether a file replaces the others or how it got here does not change what it says. */
    private static String readAs(UriInfo uri) {
        Map<String, List<String>> parameters = new TreeMap<>(uri.getQueryParameters());
        parameters.keySet().removeAll(List.of("mode", "widen"));
        return parameters.toString();
    }

    private static RuntimeException invalid(String parameter, String detail) {
        return Problem.of(
                CommonProblem.VALIDATION_FAILED,
                "Correct the values listed under errors, then send it again.",
                List.of(new FieldError(parameter, detail)));
    }
}
