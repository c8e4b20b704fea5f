package insights.segment.refresh;

import insights.common.page.Cursor;
import insights.common.page.Page;
import insights.common.page.RequestOrder;
import insights.common.security.Caller;
import insights.common.security.Person;
import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Refreshes: finding out anew who is in which segment. */
@Path("/refreshes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Refreshes")
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
    @Operation(operationId = "startRefresh", summary = "Start a refresh of all active segments", description = """
                    Refreshes run one after the other. The same key again is answered with the same refresh. A segment whose
                    rule does not fit the profiles any more keeps the members that it had; the refresh ends with warnings then,
                    and `failures` says which segment and which field it is.""")
    @APIResponse(
            responseCode = "202",
            description = "It runs, or waits for its turn",
            content = @Content(schema = @Schema(implementation = RefreshResponse.class)))
    public RestResponse<RefreshResponse> start(
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = 200) String idempotencyKey) {
        RefreshResponse refresh = refreshes.start(Person.of(caller), idempotencyKey);
        job.start();
        return ResponseBuilder.<RefreshResponse>create(RestResponse.Status.ACCEPTED)
                .header(HttpHeaders.LOCATION, "/refreshes/" + refresh.id())
                .entity(refresh)
                .build();
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.EXPORT_SERVICE, Roles.PLATFORM})
    @Operation(
            operationId = "listRefreshes",
            summary = "List refreshes",
            description = "Newest first, unless `sort` says otherwise.")
    public Page<RefreshResponse> list(
            @BeanParam @Valid RefreshQuery query,
            @Parameter(
                            description = "With a minus before it: newest first",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"requestedAt", "-requestedAt"}))
                    @QueryParam("sort")
                    @DefaultValue(RequestOrder.NEWEST_FIRST)
                    RequestOrder sort,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            UriInfo request) {
        return Page.of(
                refreshes.list(query, sort, Cursor.id(after), limit),
                limit,
                refresh -> refresh.id().toString(),
                request);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.VIEWER, Roles.EXPORT_SERVICE, Roles.PLATFORM})
    @Operation(operationId = "getRefresh", summary = "One refresh")
    public RefreshResponse get(UUID id) {
        return refreshes.get(id);
    }
}
