package insights.export.overview;

import insights.common.etag.Versions;
import insights.common.security.Roles;
import insights.export.definition.Attachment;
import insights.export.definition.AttachmentService;
import insights.export.definition.Export;
import insights.export.definition.ExportRemovalService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The connection of an export, and its removal, over HTTP. */
@Path("/exports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Exports")
public class ExportEndResource {

    private final AttachmentService attachments;
    private final ExportRemovalService removals;
    private final OverviewService overviews;

    ExportEndResource(AttachmentService attachments, ExportRemovalService removals, OverviewService overviews) {
        this.attachments = attachments;
        this.removals = removals;
        this.overviews = overviews;
    }

    @PUT
    @Path("/connection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            operationId = "attachConnection",
            summary = "Attach a connection",
            description =
                    "With another connection than before the export begins anew there, and nothing that it put at the earlier one is"
                            + " taken off. What it delivered is kept with the earlier one: who opts out or is erased is still taken"
                            + " off there, by runs with the purpose `FORMER_CONNECTION`, as long as the connection may be used; and"
                            + " attached there again, the export goes on from it. At a connection of another type its fields are exchanged for those that mean the same; where one has no counterpart,"
                            + " the problem names it, and `dataMatching` says what is wanted.")
    @APIResponse(
            responseCode = "200",
            description = "The export",
            content = @Content(schema = @Schema(implementation = ExportResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "`segment-not-refreshed`, `conflict`: it is being removed, or erased people are still there")
    @APIResponse(
            responseCode = "422",
            description = "`unknown-connection`, `unknown-segment`, `invalid-data-matching`, `too-many-profiles`")
    public Response attach(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Attachment attachment) {
        return ok(attachments.attach(id, ifMatch, attachment));
    }

    @DELETE
    @Path("/connection")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            operationId = "detachConnection",
            summary = "Detach the connection",
            description =
                    "The export stays, and runs no more until another connection is attached. A run that goes on stops.")
    @APIResponse(
            responseCode = "200",
            description = "The export",
            content = @Content(schema = @Schema(implementation = ExportResponse.class)))
    @APIResponse(responseCode = "409", description = "`conflict`: it is being removed")
    public Response detach(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return ok(attachments.detach(id, ifMatch));
    }

    @DELETE
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(operationId = "removeExport", summary = "Remove an export", description = """
                    With its runs and its ledger. What it put at the destination stays there, unless takeOff is true: then a run
                    takes it off first, the export is `removing` meanwhile, and gone (404) afterwards. Whom another export of
                    the connection has in the same audience stays in it. At connections that it left nothing is taken off in either
                    case.""")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(
            responseCode = "202",
            description = "Being removed; follow the Location",
            content = @Content(schema = @Schema(implementation = ExportResponse.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "`connection-not-ready`: nothing can be taken off now; `conflict`: erased people are still there, or at a"
                            + " connection that it left")
    public Response remove(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @Parameter(description = "Whether to take off first what it put at the destination")
                    @QueryParam("takeOff")
                    @DefaultValue("false")
                    boolean takeOff) {
        if (takeOff) {
            Export export = removals.takeOffAndRemove(id, ifMatch);
            ExportResponse shown = overviews.of(export);
            return Response.accepted(shown)
                    .header("Location", "/exports/" + id)
                    .tag(Versions.tag(export.version(), shown))
                    .build();
        }
        removals.remove(id, ifMatch);
        return Response.noContent().build();
    }

    private Response ok(Export export) {
        ExportResponse shown = overviews.of(export);
        return Response.ok(shown).tag(Versions.tag(export.version(), shown)).build();
    }
}
