package insights.export.overview;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.common.etag.Versions;
import insights.common.page.ListOrder;
import insights.common.page.Page;
import insights.common.security.Roles;
import insights.export.definition.Export;
import insights.export.definition.ExportDuplicateRequest;
import insights.export.definition.ExportEdit;
import insights.export.definition.ExportEditService;
import insights.export.definition.ExportRequest;
import insights.export.definition.ExportService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/** Exports over HTTP. */
@Path("/exports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Exports")
public class ExportResource {

    private static final String WRONG = "`unknown-connection`, `unknown-segment`, `unknown-field`,"
            + " `invalid-data-matching`, `too-many-profiles`, `validation-failed`: `errors` says where";

    private final ExportService exports;
    private final ExportEditService edits;
    private final OverviewService overviews;

    ExportResource(ExportService exports, ExportEditService edits, OverviewService overviews) {
        this.exports = exports;
        this.edits = edits;
        this.overviews = overviews;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(operationId = "createExport", summary = "Create an export", description = "Saving does not run it.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ExportResponse.class)))
    @APIResponse(responseCode = "409", description = "`name-taken`, `segment-not-refreshed`")
    @APIResponse(responseCode = "422", description = WRONG)
    public Response create(@NotNull @Valid ExportRequest request) {
        return created(exports.create(request));
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listExports",
            summary = "List exports",
            description =
                    "By name, unless `sort` says otherwise. Each with its connection, its last run, its next times and"
                            + " what the caller may do with it.")
    public Page<ExportResponse> list(
            @BeanParam @Valid ExportQuery query,
            @Parameter(
                            description = "With a minus before it: backwards",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"displayName", "-displayName", "createdAt", "-createdAt"}))
                    @QueryParam("sort")
                    @DefaultValue(ListOrder.BY_NAME)
                    ListOrder sort,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("after") String after,
            @Context UriInfo uri) {
        Page<Export> page = Page.of(
                exports.list(query.filter(), sort, after, limit),
                limit,
                export -> sort.key(export.displayName(), export.id()),
                uri);
        return new Page<>(overviews.of(page.items()), page.next());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getExport", summary = "Read an export")
    @APIResponse(
            responseCode = "200",
            description = "The export",
            content = @Content(schema = @Schema(implementation = ExportResponse.class)))
    public Response get(@PathParam("id") UUID id) {
        return ok(exports.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            operationId = "editExport",
            summary = "Edit an export",
            description = "By merge patch. The next run sends what the edit changes.")
    @APIResponse(
            responseCode = "200",
            description = "The export",
            content = @Content(schema = @Schema(implementation = ExportResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "`name-taken`, `segment-not-refreshed`, `conflict`: it is being removed")
    @APIResponse(responseCode = "422", description = WRONG)
    public Response edit(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = ExportEdit.class)))
                    ObjectNode changes) {
        return ok(edits.edit(id, ifMatch, changes));
    }

    @POST
    @Path("/{id}/duplicate")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            operationId = "duplicateExport",
            summary = "Duplicate an export",
            description = "The copy has delivered nothing yet. The body may be left out.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ExportResponse.class)))
    @APIResponse(responseCode = "409", description = "`name-taken`, `conflict`: it is being removed")
    public Response duplicate(
            @PathParam("id") UUID id, @RequestBody(required = false) @Valid ExportDuplicateRequest request) {
        return created(edits.duplicate(id, request));
    }

    private Response ok(Export export) {
        ExportResponse shown = overviews.of(export);
        return Response.ok(shown).tag(Versions.tag(export.version(), shown)).build();
    }

    private Response created(Export export) {
        ExportResponse shown = overviews.of(export);
        return Response.status(Response.Status.CREATED)
                // Relative: what the caller sees in front of this service is not for it to know.
                .header("Location", "/exports/" + export.id())
                .tag(Versions.tag(export.version(), shown))
                .entity(shown)
                .build();
    }
}
