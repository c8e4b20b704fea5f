package insights.export.overview;

import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All exports in numbers, over HTTP. */
@Path("/exports/overview")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Exports")
public class ExportsOverviewResource {

    private final ExportsOverviewService exports;

    ExportsOverviewResource(ExportsOverviewService exports) {
        this.exports = exports;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "getExportsOverview",
            summary = "How all exports are, in numbers",
            description = "How many there are, what their last runs came to, and which run next by the clock.")
    public ExportsOverview overview() {
        return exports.overview();
    }
}
