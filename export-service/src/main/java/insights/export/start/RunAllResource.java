package insights.export.start;

import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All exports at once, over HTTP. */
@Path("/exports/runs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Runs")
public class RunAllResource {

    private final RunAllService runs;

    RunAllResource(RunAllService runs) {
        this.runs = runs;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            operationId = "startAllRuns",
            summary = "Run all exports that have an active schedule",
            description = """
                    Those with a connection and a schedule that is not OFF. The answer says which runs were queued, and which
                    were not and why; a contributor runs those on shared connections.""")
    @APIResponse(
            responseCode = "202",
            description = "What was queued and what was not",
            content = @Content(schema = @Schema(implementation = RunAllAnswer.class)))
    public Response start(
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = 200) String idempotencyKey,
            @RequestBody(required = false) RunAllRequest request) {
        return Response.accepted(runs.start(idempotencyKey)).build();
    }
}
