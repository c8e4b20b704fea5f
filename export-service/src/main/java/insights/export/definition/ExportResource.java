package insights.export.definition;

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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
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

    private final ExportService exports;
    private final ExportEditService edits;
    private final FieldConflicts conflicts;
    private final Clock clock;

    ExportResource(ExportService exports, ExportEditService edits, FieldConflicts conflicts, Clock clock) {
        this.exports = exports;
        this.edits = edits;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Create an export", description = "Saving does not run it.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ExportResponse.class)))
    public Response create(@NotNull @Valid ExportRequest request) {
        return created(exports.create(request));
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "List exports")
    public Page<ExportResponse> list(
            @Parameter(description = "Part of the display name") @QueryParam("q") String text,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"displayName", "createdAt"}))
                    @QueryParam("sort")
                    @DefaultValue("createdAt")
                    ListOrder sort,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("after") String after,
            @Context UriInfo uri) {
        return Page.of(
                exports.list(sort, after, text, limit).stream()
                        .map(export -> ExportResponse.from(export, null, clock.instant()))
                        .toList(),
                limit,
                export -> sort.key(export.displayName(), export.id()),
                uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Read an export")
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
    @Operation(summary = "Edit an export", description = "By merge patch. The next run sends what the edit changes.")
    @APIResponse(
            responseCode = "200",
            description = "The export",
            content = @Content(schema = @Schema(implementation = ExportResponse.class)))
    public Response edit(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = ExportEdit.class)))
                    ObjectNode changes) {
        return ok(edits.edit(id, ifMatch, changes));
    }

    @POST
    @Path("/{id}/duplicate")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Duplicate an export", description = "The copy has delivered nothing yet.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ExportResponse.class)))
    public Response duplicate(@PathParam("id") UUID id) {
        return created(edits.duplicate(id));
    }

    @PUT
    @Path("/{id}/connection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Attach a connection",
            description = "With another connection than before the export begins anew: nothing was delivered there.")
    @APIResponse(
            responseCode = "200",
            description = "The export",
            content = @Content(schema = @Schema(implementation = ExportResponse.class)))
    public Response attach(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Attachment attachment) {
        return ok(edits.attach(id, ifMatch, attachment.connectionId()));
    }

    @DELETE
    @Path("/{id}/connection")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Detach the connection",
            description =
                    "The export stays, and runs no more until another connection is attached. A run that goes on stops.")
    @APIResponse(
            responseCode = "200",
            description = "The export",
            content = @Content(schema = @Schema(implementation = ExportResponse.class)))
    public Response detach(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return ok(edits.detach(id, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Remove an export", description = """
                    With its runs and its ledger. What it put at Autopilot stays there, unless takeOff is true: then a run
                    takes it off first, the export is `removing` meanwhile, and gone (404) afterwards.""")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "202", description = "Being removed; follow the Location")
    public Response remove(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @QueryParam("takeOff") @DefaultValue("false") boolean takeOff) {
        if (takeOff) {
            Export export = edits.takeOffAndRemove(id, ifMatch);
            return Response.accepted(response(export))
                    .header("Location", "/exports/" + id)
                    .tag(Versions.tag(export.version()))
                    .build();
        }
        edits.remove(id, ifMatch);
        return Response.noContent().build();
    }

    private Response ok(Export export) {
        return Response.ok(response(export)).tag(Versions.tag(export.version())).build();
    }

    private Response created(Export export) {
        return Response.status(Response.Status.CREATED)
                // Relative: what the caller sees in front of this service is not for it to know.
                .header("Location", "/exports/" + export.id())
                .tag(Versions.tag(export.version()))
                .entity(response(export))
                .build();
    }

    private ExportResponse response(Export export) {
        return ExportResponse.from(export, conflicts.of(export), clock.instant());
    }
}
