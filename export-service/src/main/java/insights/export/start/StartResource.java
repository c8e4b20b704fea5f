package insights.export.start;

import insights.common.security.Roles;
import insights.export.run.Run;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Starts runs over HTTP. */
@Path("/exports/{id}/runs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Runs")
public class StartResource {

    private final StartService runs;

    StartResource(StartService runs) {
        this.runs = runs;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            operationId = "startRun",
            summary = "Run an export",
            description = "While a run of the export is waiting, the answer is that run. The body may be left out.")
    @APIResponse(
            responseCode = "202",
            description = "Queued; follow the Location",
            content = @Content(schema = @Schema(implementation = Run.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "`connection-not-ready`, `segment-not-refreshed`, `conflict`: it is being removed, or changed meanwhile")
    @APIResponse(
            responseCode = "422",
            description = "`too-many-profiles`, `unknown-segment`, `validation-failed`, `idempotency-key-reused`")
    public Response start(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = 200) String idempotencyKey,
            @RequestBody(required = false) RunRequest request) {
        Run run = runs.start(id, idempotencyKey, request == null ? RunRequest.PLAIN : request);
        return Response.accepted(run)
                .header("Location", "/exports/" + id + "/runs/" + run.id())
                .build();
    }
}
