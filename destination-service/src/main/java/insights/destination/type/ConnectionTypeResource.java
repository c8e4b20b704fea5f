package insights.destination.type;

import insights.common.page.Page;
import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/connection-types")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Connection types", description = "The kinds of destination")
public class ConnectionTypeResource {

    private final ConnectionTypes types;

    ConnectionTypeResource(ConnectionTypes types) {
        this.types = types;
    }

    @GET
    @Operation(
            operationId = "listConnectionTypes",
            summary = "The kinds of destination to choose from, and what each needs")
    public Page<ConnectionTypeResponse> list() {
        return new Page<>(types.all(), null);
    }
}
