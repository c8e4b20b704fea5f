package insights.segment.imports;

import insights.common.csv.CsvRow;
import insights.common.page.Cursor;
import insights.common.page.Page;
import insights.common.security.Roles;
import insights.segment.file.row.ImportRejection;
import insights.segment.imports.log.ImportLog;
import insights.segment.imports.request.ImportParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was not imported of files. */
@Path("/profile-imports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Imports")
public class ImportRejectionResource {

    private static final int PAGE = 1_000;
    private static final int MANY = 100;

    private final ImportLog log;

    public ImportRejectionResource(ImportLog log) {
        this.log = log;
    }

    @GET
    @Path("/rejections")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.PLATFORM})
    @Operation(
            operationId = "listImportRejections",
            summary = "The lines and values that were not imported, and why",
            description = "In order of the lines. At most 100,000 are kept; the import counts all.")
    public Page<ImportRejection> rejections(
            UUID id,
            @Parameter(description = "For one of these; may be repeated") @QueryParam("reason") @Size(max = MANY)
                    List<ImportRejection.Reason> reasons,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            UriInfo request) {
        log.get(id);
        Place place = Place.of(after);
        return Page.of(
                log.rejections(id, reasons, place.line(), place.field(), limit + 1),
                limit,
                rejection -> Place.of(rejection).key(),
                request);
    }

    @GET
    @Path("/rejections.csv")
    @Produces("text/csv")
    @RolesAllowed({Roles.ADMIN, Roles.PLATFORM})
    @Operation(
            operationId = "downloadImportRejections",
            summary = "The same as a CSV file, whole",
            description = "UTF-8, with a header line; safe for spreadsheets.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response rejectionsAsCsv(UUID id) {
        log.get(id);
        StreamingOutput file = output -> write(id, output);
        return Response.ok(file, "text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejections-" + id + ".csv\"")
                .build();
    }

    private void write(UUID id, OutputStream output) throws IOException {
        Writer file = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
        file.write(CsvRow.BYTE_ORDER_MARK);
        file.write(CsvRow.of("line", "field", "reason", "detail"));
        Place place = Place.of((String) null);
        List<ImportRejection> page;
        do {
            page = log.rejections(id, List.of(), place.line(), place.field(), PAGE);
            for (ImportRejection rejection : page) {
                file.write(CsvRow.of(
                        Long.toString(rejection.line()),
                        rejection.field(),
                        rejection.reason().name(),
                        rejection.detail()));
                place = Place.of(rejection);
            }
        } while (page.size() == PAGE);
        file.flush();
    }

    /** Where a list of rejections goes on. */
    private record Place(long line, String field) {

        static Place of(ImportRejection rejection) {
            return new Place(rejection.line(), rejection.field() == null ? "" : rejection.field());
        }

        static Place of(String after) {
            String key = Cursor.decode(after);
            if (key == null) {
                return new Place(0, "");
            }
            int end = key.indexOf(' ');
            try {
                return new Place(
                        Long.parseLong(end < 0 ? key : key.substring(0, end)), end < 0 ? "" : key.substring(end + 1));
            } catch (NumberFormatException e) {
                throw ImportParameters.invalid("after", "not a cursor of this list");
            }
        }

        String key() {
            return line + " " + field;
        }
    }
}
