package insights.export.definition;

import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What destination-service asks, once for all, when it lists connections. No ingress leads here. */
@Path("/internal/connections/export-counts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DESTINATION_SERVICE)
@RunOnVirtualThread
@Tag(name = "Internal")
public class InternalExportCountResource {

    private final ExportCounts counts;

    InternalExportCountResource(ExportCounts counts) {
        this.counts = counts;
    }

    /** Every connection that exports use, with their number. */
    public record Counts(List<ExportCounts.OfConnection> items) {}

    @GET
    @Operation(operationId = "countExportsByConnection", summary = "How many exports use each connection")
    public Counts counts() {
        return new Counts(counts.byConnection());
    }
}
