package insights.segment.preview;

import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Looking at one member of a segment. */
@Path("/segments/{id}/sample")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Segments")
public class SampleResource {

    private final SampleService samples;

    SampleResource(SampleService samples) {
        this.samples = samples;
    }

    @GET
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            operationId = "getSegmentSample",
            summary = "One member of the segment, as of the last refresh",
            description = """
                    Administrators see its values. For contributors they are masked: the form stays, such as that of
                    addresses, numbers and dates, but no letter and no digit; and so do true and false.""")
    @APIResponse(
            responseCode = "200",
            description = "The profile",
            content = @Content(schema = @Schema(implementation = SampleProfile.class)))
    @APIResponse(
            responseCode = "404",
            description = "`not-found`: no such segment, or it has no members, or is inactive")
    public SampleProfile sample(
            UUID id,
            @Parameter(
                            description =
                                    "The id of a profile: the one after it, to see another; from the first again after the last")
                    @QueryParam("after")
                    @DefaultValue("")
                    @Size(max = 200)
                    String after) {
        return samples.of(id, after);
    }
}
