package insights.export.connection;

import insights.common.request.RequestIdForwarding;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** destination-service's internal API; package-private so that everybody goes through {@link ConnectionClient}. */
@RegisterRestClient(configKey = "destination-service")
@RegisterProvider(RequestIdForwarding.class)
@OidcClientFilter
@Path("/internal/connections")
interface ConnectionRestClient {

    @GET
    Response connections(@QueryParam("id") Collection<UUID> ids);

    @GET
    @Path("/{id}")
    Response connection(@PathParam("id") UUID id, @HeaderParam("If-None-Match") String known);

    @GET
    @Path("/{id}/api-key")
    Response apiKey(@PathParam("id") UUID id);

    @GET
    @Path("/{id}/fields")
    Response fields(@PathParam("id") UUID id);

    @PUT
    @Path("/{id}/attention")
    @Consumes(MediaType.APPLICATION_JSON)
    Response attention(@PathParam("id") UUID id, Attention attention);

    /**
     * Why a connection needs an administrator.
     *
     * @param keyId which key it is about; null: the one that is stored
     */
    record Attention(String reason, String keyId, String detail) {}
}
