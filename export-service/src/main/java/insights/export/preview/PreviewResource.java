package insights.export.preview;

import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Previews over HTTP. */
@Path("/exports/{id}/preview")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Exports")
public class PreviewResource {

    private final PreviewService previews;

    PreviewResource(PreviewService previews) {
        this.previews = previews;
    }

    @POST
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            operationId = "previewRun",
            summary = "What a run would do now",
            description =
                    "Reads the segments and compares them with what was delivered. It sends nothing to the destination.")
    @APIResponse(
            responseCode = "200",
            description = "What it would do",
            content = @Content(schema = @Schema(implementation = RunPreview.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "`connection-not-ready`, `segment-not-refreshed`, `segment-inactive`, `segment-failed`, `conflict`")
    public RunPreview preview(@PathParam("id") UUID id) {
        return previews.preview(id);
    }
}
