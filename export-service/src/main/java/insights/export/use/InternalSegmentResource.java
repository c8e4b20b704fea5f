package insights.export.use;

import insights.common.security.Roles;
import insights.export.definition.ExportService;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What segment-service asks before a segment is removed or others get into it. No ingress leads here. */
@Path("/internal/segments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SEGMENT_SERVICE)
@RunOnVirtualThread
@Tag(name = "Internal")
public class InternalSegmentResource {

    private final ExportService exports;
    private final SendingExportService sending;

    InternalSegmentResource(ExportService exports, SendingExportService sending) {
        this.exports = exports;
        this.sending = sending;
    }

    /** Some segments. */
    @RegisterForReflection
    public record Segments(@NotNull @Size(max = 10_000) List<@NotNull UUID> segmentIds) {}

    /** All exports that send one of them. */
    @RegisterForReflection
    public record Sending(List<SendingExport> items) {}

    @POST
    @Path("/exports")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listSendingExports", summary = "Which exports send any of the segments, and where to")
    public Sending sending(@NotNull @Valid Segments segments) {
        return new Sending(sending.sending(segments.segmentIds()));
    }

    @GET
    @Path("/{id}/exports")
    @Operation(summary = "Which exports send a segment")
    public InternalExportResource.Uses using(@PathParam("id") UUID segment) {
        return InternalExportResource.Uses.of(exports.ofSegment(segment));
    }
}
