package insights.export.run;

import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What destination-service tells when no run may use a connection any more (D1). No ingress leads here. */
@Path("/internal/connections/{id}/closed")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DESTINATION_SERVICE)
@RunOnVirtualThread
@Tag(name = "Internal")
public class ClosedConnectionResource {

    private final RunService runs;

    ClosedConnectionResource(RunService runs) {
        this.runs = runs;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "A connection was closed",
            description = "Its runs stop before their next request. May be repeated.")
    public void closed(@PathParam("id") UUID connection, @NotNull @Valid ConnectionClosed closed) {
        runs.connectionClosed(connection, closed.reason());
    }
}
