package insights.segment.refresh;

import insights.common.page.Cursor;
import insights.common.page.Page;
import insights.common.security.Caller;
import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Refreshes: finding out anew who is in which segment. */
@Path("/refreshes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RefreshResource {

    private final RefreshService refreshes;
    private final RefreshJob job;
    private final Caller caller;

    public RefreshResource(RefreshService refreshes, RefreshJob job, Caller caller) {
        this.refreshes = refreshes;
        this.job = job;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.CONTRIBUTOR, Roles.PLATFORM})
    @ResponseStatus(RestResponse.StatusCode.ACCEPTED)
    @Operation(summary = "Start a refresh of all active segments; refreshes run one after the other")
    public RestResponse<RefreshResponse> start(
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = 200) String idempotencyKey) {
        RefreshResponse refresh = refreshes.start(caller.name(), idempotencyKey);
        job.start();
        return ResponseBuilder.<RefreshResponse>create(RestResponse.Status.ACCEPTED)
                .location(URI.create("/refreshes/" + refresh.id()))
                .entity(refresh)
                .build();
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.EXPORT_SERVICE, Roles.PLATFORM})
    @Operation(summary = "Refreshes, the latest first")
    public Page<RefreshResponse> list(
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            UriInfo request) {
        return Page.of(
                refreshes.list(Cursor.id(after), limit),
                limit,
                refresh -> refresh.id().toString(),
                request);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.VIEWER, Roles.EXPORT_SERVICE, Roles.PLATFORM})
    @Operation(summary = "One refresh")
    public RefreshResponse get(UUID id) {
        return refreshes.get(id);
    }
}
