package insights.segment.definition;

import insights.common.etag.Versions;
import insights.common.page.ListOrder;
import insights.common.page.Page;
import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Segments: which profiles belong together. */
@Path("/segments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Segments")
public class SegmentResource {

    private static final String WRONG = "`validation-failed`, `invalid-rule`: the rule does not fit the profiles";

    private final SegmentService segments;
    private final SegmentEditing editing;
    private final SegmentView view;

    public SegmentResource(SegmentService segments, SegmentEditing editing, SegmentView view) {
        this.segments = segments;
        this.editing = editing;
        this.view = view;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(operationId = "createSegment", summary = "Make a segment; it has members after the next refresh")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = SegmentResponse.class)))
    @APIResponse(responseCode = "409", description = "`name-taken`")
    @APIResponse(responseCode = "422", description = WRONG)
    public RestResponse<SegmentResponse> create(@NotNull @Valid SegmentRequest request) {
        return created(segments.create(request));
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.EXPORT_SERVICE})
    @Operation(
            operationId = "listSegments",
            summary = "List segments",
            description =
                    "By name, unless `sort` says otherwise. Each with its size, its last change, how many exports send it, and"
                            + " what the caller may do with it.")
    public Page<SegmentResponse> list(
            @BeanParam @Valid SegmentQuery query,
            @Parameter(
                            description = "With a minus before it: backwards",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"displayName", "-displayName", "createdAt", "-createdAt"}))
                    @QueryParam("sort")
                    @DefaultValue(ListOrder.BY_NAME)
                    ListOrder sort,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            UriInfo request) {
        return Page.of(
                view.list(query, sort, after, limit),
                limit,
                segment -> sort.key(segment.displayName(), segment.id()),
                request);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.VIEWER, Roles.EXPORT_SERVICE})
    @Operation(operationId = "getSegment", summary = "One segment")
    @APIResponse(
            responseCode = "200",
            description = "The segment",
            content = @Content(schema = @Schema(implementation = SegmentResponse.class)))
    public RestResponse<SegmentResponse> get(UUID id) {
        return tagged(ResponseBuilder.ok(), id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(operationId = "editSegment", summary = "Edit, deactivate or activate a segment", description = """
                    An edit that changes nothing makes no version and no audit event. Where exports over connections that are
                    not shared with contributors send the segment, or one made of it, administrators alone change who is in it
                    (`POST /segments/{id}/preview` says so, and what would change).""")
    @APIResponse(
            responseCode = "200",
            description = "The segment",
            content = @Content(schema = @Schema(implementation = SegmentResponse.class)))
    @APIResponse(responseCode = "403", description = "`segment-not-shared`: `usedBy` lists the exports")
    @APIResponse(responseCode = "503", description = "`unavailable`: nobody knows what uses it")
    @APIResponse(responseCode = "409", description = "`name-taken`")
    @APIResponse(responseCode = "422", description = WRONG)
    public RestResponse<SegmentResponse> edit(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid SegmentPatch patch) {
        editing.edit(id, patch, ifMatch);
        return tagged(ResponseBuilder.ok(), id);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(operationId = "removeSegment", summary = "Remove a segment, unless segments or exports use it")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "409", description = "`segment-in-use`: `usedBy` lists what uses it")
    @APIResponse(responseCode = "503", description = "`unavailable`: nobody knows what uses it")
    public void remove(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        segments.remove(id, ifMatch);
    }

    @POST
    @Path("/{id}/duplicate")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            operationId = "duplicateSegment",
            summary = "Duplicate a segment",
            description = "The copy is active and has members after the next refresh. The body may be left out.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = SegmentResponse.class)))
    @APIResponse(responseCode = "409", description = "`name-taken`")
    public RestResponse<SegmentResponse> duplicate(
            UUID id,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = SegmentDuplicateRequest.class)))
                    @Valid
                    SegmentDuplicateRequest request) {
        return created(segments.duplicate(id, request));
    }

    private RestResponse<SegmentResponse> created(UUID id) {
        return tagged(
                ResponseBuilder.<SegmentResponse>create(RestResponse.Status.CREATED)
                        .header(HttpHeaders.LOCATION, "/segments/" + id),
                id);
    }

    private RestResponse<SegmentResponse> tagged(ResponseBuilder<SegmentResponse> response, UUID id) {
        SegmentResponse segment = view.get(id);
        return response.entity(segment)
                .tag(Versions.tag(segment.version(), segment))
                .build();
    }
}
