package insights.segment.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import jakarta.validation.constraints.Size;
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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Segments: which profiles belong together. */
@Path("/segments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SegmentResource {

    private final SegmentService segments;
    private final PreviewService previews;
    private final SegmentPatchReader patches;

    public SegmentResource(SegmentService segments, PreviewService previews, SegmentPatchReader patches) {
        this.segments = segments;
        this.previews = previews;
        this.patches = patches;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Make a segment; it has members after the next refresh")
    public RestResponse<SegmentResponse> create(@NotNull @Valid SegmentRequest request) {
        return created(segments.create(request));
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.EXPORT_SERVICE})
    @Operation(summary = "Segments")
    public Page<SegmentResponse> list(
            @Parameter(description = "Part of the display name") @QueryParam("q") @DefaultValue("") @Size(max = 100)
                    String search,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"displayName", "createdAt"}))
                    @QueryParam("sort")
                    @DefaultValue("createdAt")
                    ListOrder sort,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            UriInfo request) {
        return Page.of(
                segments.list(sort, after, search, limit),
                limit,
                segment -> sort.key(segment.displayName(), segment.id()),
                request);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.VIEWER, Roles.EXPORT_SERVICE})
    @Operation(summary = "One segment")
    public RestResponse<SegmentResponse> get(UUID id) {
        return tagged(ResponseBuilder.ok(), segments.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Edit, deactivate or activate a segment")
    public RestResponse<SegmentResponse> edit(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = SegmentPatch.class))) @NotNull
                    ObjectNode patch) {
        return tagged(ResponseBuilder.ok(), segments.edit(id, patches.read(patch), ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Remove a segment, unless segments or exports use it")
    public void remove(UUID id) {
        segments.remove(id);
    }

    @POST
    @Path("/{id}/duplicates")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Make a copy of a segment under another name")
    public RestResponse<SegmentResponse> duplicate(UUID id, @NotNull @Valid DuplicateRequest request) {
        return created(segments.duplicate(id, request));
    }

    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Count who a rule chooses right now, without a refresh")
    public PreviewResponse preview(@NotNull @Valid PreviewRequest request) {
        return previews.preview(request.rule());
    }

    private static RestResponse<SegmentResponse> created(SegmentResponse segment) {
        return tagged(ResponseBuilder.created(URI.create("/segments/" + segment.id())), segment);
    }

    private static RestResponse<SegmentResponse> tagged(
            ResponseBuilder<SegmentResponse> response, SegmentResponse segment) {
        return response.entity(segment).tag(Versions.tag(segment.version())).build();
    }
}
