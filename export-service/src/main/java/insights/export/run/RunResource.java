package insights.export.run;

import insights.common.page.Cursor;
import insights.common.page.Page;
import insights.common.page.RequestOrder;
import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Runs over HTTP. */
@Path("/exports/{id}/runs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Runs")
public class RunResource {

    private final RunService runs;

    RunResource(RunService runs) {
        this.runs = runs;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listRunsOfExport",
            summary = "List the runs of an export",
            description = "Newest first, unless `sort` says otherwise.")
    public Page<Run> list(
            @PathParam("id") UUID id,
            @BeanParam @Valid RunFilter filter,
            @Parameter(
                            description = "With a minus before it: newest first",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"requestedAt", "-requestedAt"}))
                    @QueryParam("sort")
                    @DefaultValue(RequestOrder.NEWEST_FIRST)
                    RequestOrder sort,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("after") String after,
            @Context UriInfo uri) {
        return Page.of(
                runs.list(id, filter, sort, Cursor.id(after), limit),
                limit,
                run -> run.id().toString(),
                uri);
    }

    @GET
    @Path("/{runId}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getRun", summary = "Read a run", description = "While it goes on: phase and progress.")
    public Run get(@PathParam("id") UUID id, @PathParam("runId") UUID runId) {
        return runs.get(id, runId);
    }

    @POST
    @Path("/{runId}/cancel")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            operationId = "cancelRun",
            summary = "Cancel a run",
            description = "It makes no further request. What was delivered stays, and the next run goes on from there.")
    @APIResponse(responseCode = "200", description = "The run")
    @APIResponse(responseCode = "409", description = "`conflict`: it has ended already")
    public Run cancel(@PathParam("id") UUID id, @PathParam("runId") UUID runId) {
        return runs.cancel(id, runId);
    }
}
