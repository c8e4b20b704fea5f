package insights.export.hook;

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
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What other services tell this one ({@code design.md} §7). */
@Path("/hooks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Hooks")
public class HookResource {

    private final HookService hook;

    HookResource(HookService hook) {
        this.hook = hook;
    }

    @POST
    @Path("/refresh-completed")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SEGMENT_SERVICE, Roles.PLATFORM})
    @Operation(operationId = "announceRefresh", summary = "A refresh of segments has ended", description = """
                    Queues a run of every export on the system-refresh schedule that exports one of its segments; and, so
                    that opt-outs reach the destination, of those all of whose segments are inactive or gone, which end as
                    skipped. May be repeated, and come late or out of order: each refresh has its effect once, and none on an export that a
                    later refresh has set off already. Unlike elsewhere, members that are not known are ignored, so that who
                    announces can learn to say more.""")
    @APIResponse(
            responseCode = "202",
            description = "Taken note of",
            content = @Content(schema = @Schema(implementation = HandledRefresh.class)))
    public Response refreshCompleted(@NotNull @Valid RefreshCompleted refresh) {
        return Response.accepted(hook.handle(refresh)).build();
    }
}
