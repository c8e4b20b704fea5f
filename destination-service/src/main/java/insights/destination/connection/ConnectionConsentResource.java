package insights.destination.connection;

import insights.common.security.Roles;
import insights.destination.consent.ConsentRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

@Path("/connections/{id}/consent")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Consent", description = "What was agreed to before data may leave")
public class ConnectionConsentResource {

    private final ConnectionConsentService consents;

    ConnectionConsentResource(ConnectionConsentService consents) {
        this.consents = consents;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "agreeToConsent",
            summary = "Agree to the current consent text",
            description = "For the first time, after a withdrawal, or to a newer version. A key that is stored already"
                    + " is then proven again; what comes of it is the last check.")
    @APIResponseSchema(
            value = ConnectionResponse.class,
            responseCode = "200",
            responseDescription = "The connection as it is now")
    @APIResponse(responseCode = "409", description = "`changed-meanwhile`")
    @APIResponse(responseCode = "422", description = "`validation-failed`, `consent-required`, `consent-outdated`")
    public RestResponse<ConnectionResponse> agree(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ConsentRequest request) {
        return ConnectionResource.tagged(consents.agree(id, ifMatch, request));
    }

    @DELETE
    @Operation(
            operationId = "withdrawConsent",
            summary = "Withdraw the consent",
            description = "Every run that uses the connection stops before its next request, within 5 seconds."
                    + " `If-Match: *` withdraws whatever changed meanwhile.")
    @APIResponseSchema(
            value = ConnectionResponse.class,
            responseCode = "200",
            responseDescription = "The connection as it is now")
    @APIResponse(responseCode = "409", description = "`consent-not-given`")
    public RestResponse<ConnectionResponse> withdraw(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return ConnectionResource.tagged(consents.withdraw(id, ifMatch));
    }
}
