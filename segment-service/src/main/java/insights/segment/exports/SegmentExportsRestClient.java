package insights.segment.exports;

import insights.common.request.RequestIdForwarding;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What export-service tells other services only, asked with this service's own identity. */
@Path("/internal/segments")
@RegisterRestClient(configKey = "export-service")
@OidcClientFilter
@RegisterProvider(RequestIdForwarding.class)
interface SegmentExportsRestClient {

    /** Of every segment that exports send. */
    @GET
    @Path("/export-counts")
    ExportCountList counts();

    @GET
    @Path("/{id}/exports")
    ExportUses exports(UUID id);

    /** Of some segments together, with where they send them. */
    @POST
    @Path("/exports")
    SendingExports exports(SendingExports.Question question);
}
