package insights.export.size;

import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How big exports are. */
@Path("/exports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Exports")
public class SizeResource {

    private final SizeService sizes;

    SizeResource(SizeService sizes) {
        this.sizes = sizes;
    }

    @GET
    @Path("/{id}/size")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "getExportSize",
            summary = "How big an export is",
            description = "As of the last refresh of its segments.")
    public Size of(@PathParam("id") UUID id) {
        return sizes.of(id);
    }

    @POST
    @Path("/size")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTRIBUTOR)
    @APIResponse(responseCode = "200", description = "The size")
    @APIResponse(responseCode = "422", description = "`unknown-segment`, `unknown-connection`, `validation-failed`")
    @Operation(
            operationId = "countAudience",
            summary = "How big an export would be",
            description = "For showing it while somebody chooses segments. Nothing is saved.")
    public Size of(@NotNull @Valid SizeRequest request) {
        return sizes.of(request);
    }
}
