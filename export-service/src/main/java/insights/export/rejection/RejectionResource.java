package insights.export.rejection;

import insights.common.csv.CsvRow;
import insights.common.page.Cursor;
import insights.common.page.Page;
import insights.common.security.Roles;
import insights.export.matching.RejectionReason;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
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
import org.jboss.resteasy.reactive.RestResponse;

/** Whom runs did not export, over HTTP. */
@Path("/exports/{id}/runs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Runs")
public class RejectionResource {

    private static final int LONGEST_ID = 200;
    private static final int MANY = 100;

    private final RejectionService rejections;

    RejectionResource(RejectionService rejections) {
        this.rejections = rejections;
    }

    @GET
    @Path("/{runId}/rejections")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            operationId = "listRejections",
            summary = "Who was not exported by a run, and why",
            description = "In order of the profile ids. The counts are of all of them, whatever is asked for.")
    public Rejections list(
            @PathParam("id") UUID id,
            @PathParam("runId") UUID runId,
            @Parameter(description = "For one of these; may be repeated") @QueryParam("reason") @Size(max = MANY)
                    List<RejectionReason> reasons,
            @Parameter(description = "The beginning of the ids of profiles") @QueryParam("q") @Size(max = LONGEST_ID)
                    String beginning,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("after") String after,
            @Context UriInfo uri) {
        Page<RunRejection> page = Page.of(
                rejections.list(id, runId, Cursor.decode(after), reasons, beginning, limit),
                limit,
                RunRejection::profileId,
                uri);
        return Rejections.of(rejections.counts(runId), page);
    }

    @GET
    @Path("/{runId}/rejections.csv")
    @Produces("text/csv;charset=UTF-8")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            operationId = "downloadRejections",
            summary = "The same as a CSV file, whole",
            description = "UTF-8, with a header line; safe for spreadsheets.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<StreamingOutput> csv(@PathParam("id") UUID id, @PathParam("runId") UUID runId) {
        List<RunRejection> first = rejections.list(id, runId, null, List.of(), null, Page.MAX_LIMIT);
        StreamingOutput file = body -> write(runId, first, body);
        return RestResponse.ResponseBuilder.ok(file)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejections.csv\"")
                .build();
    }

    private void write(UUID runId, List<RunRejection> first, OutputStream body) throws IOException {
        Writer file = new OutputStreamWriter(body, StandardCharsets.UTF_8);
        file.write(CsvRow.BYTE_ORDER_MARK);
        file.write(CsvRow.of("profileId", "reason", "detail", "otherProfileId", "field"));
        for (List<RunRejection> page = first; !page.isEmpty(); page = rejections.after(runId, page.getLast())) {
            for (RunRejection rejection : page) {
                file.write(CsvRow.of(
                        rejection.profileId(),
                        rejection.reason().name(),
                        rejection.detail(),
                        rejection.otherProfileId(),
                        rejection.field()));
            }
        }
        file.flush();
    }
}
