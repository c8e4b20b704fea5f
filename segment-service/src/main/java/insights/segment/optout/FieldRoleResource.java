package insights.segment.optout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.common.etag.Versions;
import insights.common.security.Roles;
import insights.segment.field.Field;
import insights.segment.field.FieldService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** One field, and what it is for. */
@Path("/profiles/fields/{name}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Profiles")
public class FieldRoleResource {

    private final FieldService fields;
    private final FieldRoles roles;

    FieldRoleResource(FieldService fields, FieldRoles roles) {
        this.fields = fields;
        this.roles = roles;
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.EXPORT_SERVICE})
    @Operation(operationId = "getField", summary = "One field")
    @APIResponse(
            responseCode = "200",
            description = "The field",
            content = @Content(schema = @Schema(implementation = Field.class)))
    public RestResponse<Field> get(String name) {
        return tagged(fields.get(name));
    }

    @PATCH
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "editField", summary = "Say what a field is for", description = """
                    `OPT_OUT`: whoever has it true, or anything in it that does not plainly say no, is opted out from then on,
                    those included who are there already; where these are ten or more, and most of those who have a value, it is a 409 until
                    `confirm` says that it is meant. `EMAIL`: its values are addresses that opt-outs hold for; those of people
                    who were erased are taken out of it. Taking a role away ends no opt-out. `If-Match` names the field's ETag, or the
                    `version` that the list has, in double quotes.""")
    @APIResponse(
            responseCode = "200",
            description = "The field",
            content = @Content(schema = @Schema(implementation = Field.class)))
    @APIResponse(responseCode = "409", description = "`opts-out-most`: the detail says how many")
    public RestResponse<Field> edit(
            String name,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("confirm")
                    @DefaultValue("false")
                    @Parameter(description = "Whether it is meant though most who have a value would be opted out")
                    boolean confirm,
            @RequestBody(content = @Content(schema = @Schema(implementation = FieldPatch.class))) @NotNull
                    ObjectNode patch) {
        return tagged(roles.edit(name, ifMatch, confirm, patch));
    }

    private static RestResponse<Field> tagged(Field field) {
        return ResponseBuilder.ok(field)
                .tag(Versions.tag(field.version(), field))
                .build();
    }
}
