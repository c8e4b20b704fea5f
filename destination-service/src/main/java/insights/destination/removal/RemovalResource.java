package insights.destination.removal;

import insights.common.security.Roles;
import insights.destination.notice.Fate;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/connections/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Connections")
public class RemovalResource {

    private final RemovalService removals;

    RemovalResource(RemovalService removals) {
        this.removals = removals;
    }

    @DELETE
    @Operation(
            operationId = "removeConnection",
            summary = "Remove a connection",
            description = "Destroys its key for good, and stops its runs within 5 seconds. While exports use it: 409"
                    + " connection-in-use with the list of them, until it is decided what becomes of each.")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(
            responseCode = "409",
            description = "`connection-in-use`: `usedBy` lists the exports that nothing is decided about")
    @APIResponse(
            responseCode = "422",
            description =
                    "`validation-failed`, also when `detach` or `remove` names what is no export of this connection")
    @APIResponse(responseCode = "503", description = "`unavailable`: nobody knows which exports use it")
    public void remove(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @Parameter(description = "What becomes of the exports that are not named") @QueryParam("exports")
                    Fate exports,
            @Parameter(description = "Exports that stay, without connection") @QueryParam("detach") List<UUID> detach,
            @Parameter(description = "Exports to remove") @QueryParam("remove") List<UUID> remove) {
        removals.remove(id, ifMatch, new ExportChoices(exports, detach, remove));
    }
}
