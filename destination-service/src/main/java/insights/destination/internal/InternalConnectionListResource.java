package insights.destination.internal;

import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What export-service asks, once for a page of exports. No ingress leads here. */
@Path("/internal/connections")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.EXPORT_SERVICE)
@Tag(name = "Internal")
public class InternalConnectionListResource {

    private final InternalConnections connections;

    InternalConnectionListResource(InternalConnections connections) {
        this.connections = connections;
    }

    /** Those that there are. */
    public record Found(@NotNull List<InternalConnectionResponse> items) {}

    @GET
    @Operation(operationId = "findConnections", summary = "What a list of exports shows of connections")
    public Found find(@QueryParam("id") @NotNull @Size(min = 1, max = 200) List<@NotNull UUID> ids) {
        return new Found(connections.findAll(ids));
    }
}
