package insights.segment.definition;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an edit would do. */
@Path("/segments/{id}/preview")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Segments")
public class EditPreviewResource {

    private final EditPreviewService previews;

    EditPreviewResource(EditPreviewService previews) {
        this.previews = previews;
    }

    @POST
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            operationId = "previewSegmentEdit",
            summary = "What an edit would change, and who uses the segment",
            description = """
                    Takes what `PATCH /segments/{id}` takes, and changes nothing: members before and after the next refresh, who
                    would join and leave, also in segments made of it that exports send; which exports send them and over which
                    connections; and whether the caller may make the edit.""")
    @APIResponse(
            responseCode = "200",
            description = "What it would do",
            content = @Content(schema = @Schema(implementation = EditPreview.class)))
    @APIResponse(responseCode = "409", description = "`name-taken`")
    @APIResponse(responseCode = "422", description = "`validation-failed`, `invalid-rule`")
    public EditPreview preview(UUID id, @NotNull @Valid SegmentPatch patch) {
        return previews.preview(id, patch);
    }
}
