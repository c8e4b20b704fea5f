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
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The schedule of refreshes. */
@Path("/refreshes/schedule")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ScheduleResource {

    private final ScheduleService schedules;

    public ScheduleResource(ScheduleService schedules) {
        this.schedules = schedules;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "When refreshes start by themselves")
    public RestResponse<ScheduleResponse> get() {
        return tagged(schedules.get());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Choose when refreshes start by themselves", description = """
                    When clocks change, no refresh is lost and none doubled: a time that is skipped is taken right after the
                    gap, one that comes twice is taken the first time.""")
    public RestResponse<ScheduleResponse> change(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid ScheduleRequest request) {
        return tagged(schedules.change(request, ifMatch));
    }

    private static RestResponse<ScheduleResponse> tagged(ScheduleResponse schedule) {
        return ResponseBuilder.ok(schedule)
                .tag(Versions.tag(schedule.version()))
                .build();
    }
}
