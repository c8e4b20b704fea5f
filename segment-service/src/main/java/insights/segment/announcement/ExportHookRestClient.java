package insights.segment.announcement;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The hook of export-service ({@code design.md} §7), called with this service's own identity. */
@Path("/hooks/refresh-completed")
@RegisterRestClient(configKey = "export-service")
@OidcClientFilter
interface ExportHookRestClient {

    /** Any answer but 2xx is thrown. */
    @POST
    void announce(RefreshCompleted event);
}
