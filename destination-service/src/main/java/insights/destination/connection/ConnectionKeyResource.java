package insights.destination.connection;

import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/connections/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Connections")
public class ConnectionKeyResource {

    private final ConnectionKeyService keys;

    ConnectionKeyResource(ConnectionKeyService keys) {
        this.keys = keys;
    }

    @PUT
    @Path("/api-key")
    @Operation(
            summary = "Store or replace the API key",
            description = "Proven by one call to Autopilot before it is saved. Nobody can read it back.")
    public RestResponse<ConnectionResponse> replace(@PathParam("id") UUID id, @NotNull @Valid ApiKeyRequest request) {
        return ConnectionResource.tagged(keys.replace(id, request.apiKey()));
    }

    @POST
    @Path("/test")
    @Operation(
            summary = "Test the stored key",
            description = "Answers what the last check is now; also when it failed.")
    public LastCheck test(@PathParam("id") UUID id) {
        return keys.test(id).lastCheck();
    }
}
