package insights.segment.schedule;

import insights.common.etag.Versions;
import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The schedule of refreshes. */
@Path("/refreshes/schedule")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Refreshes")
public class ScheduleResource {

    private final ScheduleService schedules;

    public ScheduleResource(ScheduleService schedules) {
        this.schedules = schedules;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getRefreshSchedule", summary = "When refreshes start by themselves")
    @APIResponse(
            responseCode = "200",
            description = "The schedule",
            content = @Content(schema = @Schema(implementation = ScheduleResponse.class)))
    public RestResponse<ScheduleResponse> get() {
        return tagged(schedules.get());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "editRefreshSchedule",
            summary = "Choose when refreshes start by themselves",
            description = """
                    When clocks change, no refresh is lost and none doubled: a time that is skipped is taken right after the
                    gap, one that comes twice is taken the first time. What changes nothing makes no version.""")
    @APIResponse(
            responseCode = "200",
            description = "The schedule",
            content = @Content(schema = @Schema(implementation = ScheduleResponse.class)))
    public RestResponse<ScheduleResponse> change(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid ScheduleRequest request) {
        return tagged(schedules.change(request, ifMatch));
    }

    private static RestResponse<ScheduleResponse> tagged(ScheduleResponse schedule) {
        return ResponseBuilder.ok(schedule)
                .tag(Versions.tag(schedule.version(), schedule))
                .build();
    }
}
