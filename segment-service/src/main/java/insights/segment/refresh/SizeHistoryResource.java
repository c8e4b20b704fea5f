package insights.segment.refresh;

import insights.common.page.Period;
import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How large a segment was over time. */
@Path("/segments/{id}/sizes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Segments")
public class SizeHistoryResource {

    private final SizeHistory sizes;

    SizeHistoryResource(SizeHistory sizes) {
        this.sizes = sizes;
    }

    /** All of them, the oldest first. */
    @Schema(name = "SegmentSizes")
    public record Sizes(@NotNull List<SizePoint> items) {}

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listSegmentSizes",
            summary = "The size of a segment at each refresh, oldest first",
            description = """
                    At most 1,000 points. Where there were more refreshes, each point stands for as many of them: the size
                    is that of the last one, joined and left are of all of them.""")
    public Sizes list(UUID id, @BeanParam Period span) {
        return new Sizes(sizes.of(id, span));
    }
}
