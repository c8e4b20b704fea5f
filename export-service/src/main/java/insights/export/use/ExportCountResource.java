package insights.export.use;

import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the other services ask for their lists. No ingress leads here. */
@Path("/internal/export-counts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DESTINATION_SERVICE, Roles.SEGMENT_SERVICE})
@RunOnVirtualThread
@Tag(name = "Internal")
public class ExportCountResource {

    private final ExportCountService counts;

    ExportCountResource(ExportCountService counts) {
        this.counts = counts;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "countExports",
            summary = "How many exports use connections or segments",
            description = "For a page of their list: one question, however long the page is.")
    public UseCounts count(@NotNull @Valid ExportCountRequest request) {
        return counts.count(request);
    }
}
