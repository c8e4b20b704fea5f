package insights.destination.connection;

import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceApiKey",
            summary = "Store or replace the API key",
            description =
                    "The destination is asked about it before it is saved (once; again, up to twice, where it cannot be"
                            + " reached). Nobody can read it back. The key that is stored already is only tested.")
    @APIResponseSchema(
            value = ConnectionResponse.class,
            responseCode = "200",
            responseDescription = "The connection as it is now")
    @APIResponse(responseCode = "409", description = "`another-account`, `api-key-in-use`, `changed-meanwhile`")
    @APIResponse(responseCode = "422", description = "`validation-failed`, `consent-required`, `api-key-refused`")
    @APIResponse(responseCode = "502", description = "`destination-unreachable`, `not-the-destination`")
    @APIResponse(responseCode = "503", description = "`destination-throttled`, `unavailable`")
    @APIResponse(responseCode = "504", description = "`destination-too-slow`")
    public RestResponse<ConnectionResponse> replace(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ApiKeyRequest request) {
        return ConnectionResource.tagged(keys.replace(id, ifMatch, request.apiKey()));
    }

    @POST
    @Path("/test")
    @Operation(
            operationId = "testConnection",
            summary = "Test the stored key",
            description = "Answers what the last check is now; also when it failed.")
    @APIResponseSchema(
            value = LastCheck.class,
            responseCode = "200",
            responseDescription = "What the destination says of the key")
    @APIResponse(responseCode = "409", description = "`api-key-missing`, `changed-meanwhile`")
    @APIResponse(responseCode = "422", description = "`consent-required`")
    public LastCheck test(@PathParam("id") UUID id) {
        return keys.test(id).lastCheck();
    }
}
