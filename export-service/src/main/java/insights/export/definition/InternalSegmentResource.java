package insights.export.definition;

import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What segment-service asks before it removes a segment. No ingress leads here. */
@Path("/internal/segments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SEGMENT_SERVICE)
@RunOnVirtualThread
@Tag(name = "Internal")
public class InternalSegmentResource {

    private final ExportService exports;

    InternalSegmentResource(ExportService exports) {
        this.exports = exports;
    }

    @GET
    @Path("/{id}/exports")
    @Operation(summary = "Which exports send a segment")
    public InternalExportResource.Uses using(@PathParam("id") UUID segment) {
        return InternalExportResource.Uses.of(exports.ofSegment(segment));
    }
}
