package insights.destination.connection;

import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
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

@Path("/connections/{id}/export-user")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Connections")
public class ExportUserResource {

    private final ExportUserService exportUsers;

    ExportUserResource(ExportUserService exportUsers) {
        this.exportUsers = exportUsers;
    }

    @PUT
    @Operation(
            operationId = "becomeExportUser",
            summary = "Become the export user",
            description = "Runs act in the caller's name from then on. Needs a sign-in of at most 5 minutes ago.")
    @APIResponseSchema(
            value = ConnectionResponse.class,
            responseCode = "200",
            responseDescription = "The connection as it is now")
    @APIResponse(
            responseCode = "401",
            description = "`unauthenticated`, or `fresh-sign-in-required` with the challenge of RFC 9470")
    public RestResponse<ConnectionResponse> become(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return ConnectionResource.tagged(exportUsers.become(id, ifMatch));
    }

    @DELETE
    @Operation(
            operationId = "removeExportUser",
            summary = "Leave the connection without export user",
            description = "No run starts until there is one.")
    public RestResponse<ConnectionResponse> remove(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return ConnectionResource.tagged(exportUsers.remove(id, ifMatch));
    }
}
