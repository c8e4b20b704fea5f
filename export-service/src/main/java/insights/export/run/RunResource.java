package insights.export.run;

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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Runs over HTTP. */
@Path("/exports/{exportId}/runs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Runs")
public class RunResource {

    private final RunService runs;

    RunResource(RunService runs) {
        this.runs = runs;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Run an export",
            description = "While a run of the export is waiting, the answer is that run. The body may be left out.")
    @APIResponse(
            responseCode = "202",
            description = "Queued; follow the Location",
            content = @Content(schema = @Schema(implementation = Run.class)))
    public Response start(
            @PathParam("exportId") UUID exportId,
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = 200) String idempotencyKey,
            @RequestBody(required = false) RunRequest request) {
        Run run = runs.start(exportId, idempotencyKey, request == null ? RunRequest.PLAIN : request);
        return Response.accepted(run)
                .header("Location", "/exports/" + exportId + "/runs/" + run.id())
                .build();
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "List the runs of an export", description = "Newest first.")
    public Page<Run> list(
            @PathParam("exportId") UUID exportId,
            @QueryParam("status") RunStatus status,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("after") String after,
            @Context UriInfo uri) {
        return Page.of(
                runs.list(exportId, status, Cursor.id(after), limit),
                limit,
                run -> run.id().toString(),
                uri);
    }

    @GET
    @Path("/{runId}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Read a run", description = "While it goes on: phase and progress.")
    public Run get(@PathParam("exportId") UUID exportId, @PathParam("runId") UUID runId) {
        return runs.get(exportId, runId);
    }

    @POST
    @Path("/{runId}/cancel")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Cancel a run",
            description = "It makes no further request. What was delivered stays, and the next run goes on from there.")
    public Run cancel(@PathParam("exportId") UUID exportId, @PathParam("runId") UUID runId) {
        return runs.cancel(exportId, runId);
    }

    @GET
    @Path("/{runId}/rejections")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Who was not exported by a run, and why", description = "In order of the profile ids.")
    public Rejections rejections(
            @PathParam("exportId") UUID exportId,
            @PathParam("runId") UUID runId,
            @QueryParam("reason") RejectionReason reason,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("after") String after,
            @Context UriInfo uri) {
        Page<Rejection> page = Page.of(
                runs.rejections(exportId, runId, Cursor.decode(after), reason, limit),
                limit,
                Rejection::profileId,
                uri);
        return Rejections.of(runs.rejectionCounts(runId), page);
    }

    @GET
    @Path("/{runId}/rejections.csv")
    @Produces("text/csv")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "The same as a CSV file, whole",
            description = "UTF-8, with a header line; safe for spreadsheets.")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = "text/csv"))
    public StreamingOutput rejectionsAsCsv(@PathParam("exportId") UUID exportId, @PathParam("runId") UUID runId) {
        List<Rejection> first = runs.rejections(exportId, runId, null, null, Page.MAX_LIMIT);
        return body -> {
            Writer file = new OutputStreamWriter(body, StandardCharsets.UTF_8);
            file.write(CsvRow.BYTE_ORDER_MARK);
            file.write(CsvRow.of("profileId", "reason", "text", "otherProfileId"));
            for (List<Rejection> page = first; !page.isEmpty(); page = runs.rejectionsAfter(runId, page.getLast())) {
                for (Rejection rejection : page) {
                    file.write(CsvRow.of(
                            rejection.profileId(),
                            rejection.reason().name(),
                            rejection.text(),
                            rejection.otherProfileId()));
                }
            }
            file.flush();
        };
    }
}
