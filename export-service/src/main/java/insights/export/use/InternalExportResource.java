package insights.export.use;

import insights.common.security.Roles;
import insights.export.definition.AttachmentService;
import insights.export.definition.ConnectionRemoved;
import insights.export.definition.Export;
import insights.export.definition.ExportService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What destination-service asks and tells when a connection is removed (D2). No ingress leads here. */
@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DESTINATION_SERVICE)
@RunOnVirtualThread
@Tag(name = "Internal")
public class InternalExportResource {

    private final ExportService exports;
    private final AttachmentService attachments;

    InternalExportResource(ExportService exports, AttachmentService attachments) {
        this.exports = exports;
        this.attachments = attachments;
    }

    /** All exports that use something. */
    public record Uses(List<Use> items) {

        static Uses of(List<Export> exports) {
            return new Uses(exports.stream()
                    .map(export -> new Use(export.id(), export.displayName()))
                    .toList());
        }
    }

    /** An export that uses it. */
    public record Use(UUID id, String displayName) {}

    @GET
    @Path("/exports")
    @Operation(summary = "Which exports use a connection")
    public Uses using(@QueryParam("connectionId") @NotNull UUID connection) {
        return Uses.of(exports.ofConnection(connection));
    }

    @POST
    @Path("/connections/{id}/removed")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "A connection was removed",
            description = "Its exports are detached or removed. May be repeated.")
    public void removed(@PathParam("id") UUID connection, @NotNull @Valid ConnectionRemoved removed) {
        attachments.connectionRemoved(connection, removed);
    }
}
