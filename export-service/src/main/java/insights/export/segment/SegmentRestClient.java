package insights.export.segment;

import insights.common.request.RequestIdForwarding;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** segment-service's API, as far as it is JSON; package-private so that everybody goes through {@link SegmentClient}. */
@RegisterRestClient(configKey = "segment-service")
@RegisterProvider(RequestIdForwarding.class)
@OidcClientFilter
interface SegmentRestClient {

    @GET
    @Path("/profiles/fields")
    Response fields();

    @GET
    @Path("/segments/{id}")
    Response segment(@PathParam("id") UUID id);
}
