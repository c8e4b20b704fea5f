package insights.destination.exports;

import insights.common.request.RequestId;
import insights.common.request.RequestIdForwarding;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** export-service's internal API, as far as this service needs it. Package-private: {@link ExportsClient} decorates it. */
@RegisterRestClient(configKey = "export-service")
@RegisterProvider(RequestIdForwarding.class)
@OidcClientFilter
@Path("/internal")
interface ExportsRestClient {

    @GET
    @Path("/exports")
    Response using(@QueryParam("connectionId") UUID connectionId);

    @POST
    @Path("/export-counts")
    @Consumes(MediaType.APPLICATION_JSON)
    Response count(ExportCountRequest request);

    @POST
    @Path("/connections/{id}/{what}")
    @Consumes(MediaType.APPLICATION_JSON)
    Response tell(
            @PathParam("id") UUID connectionId,
            @PathParam("what") String what,
            @HeaderParam(RequestId.HEADER) String requestId,
            String notice);
}
