package insights.segment.optout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.common.security.Roles;
import insights.segment.field.Field;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What fields are for. */
@Path("/profiles/fields/{name}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Profiles")
public class FieldRoleResource {

    private final FieldRoles roles;

    FieldRoleResource(FieldRoles roles) {
        this.roles = roles;
    }

    @PATCH
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "editField", summary = "Say what a field is for", description = """
                    `OPT_OUT`: whoever has it true, or anything in it that does not plainly say no, is opted out from then on,
                    those included who are there already. `EMAIL`: its values are addresses that opt-outs hold for. Taking a
                    role away ends no opt-out.""")
    public Field edit(
            String name,
            @RequestBody(content = @Content(schema = @Schema(implementation = FieldPatch.class))) @NotNull
                    ObjectNode patch) {
        return roles.edit(name, patch);
    }
}
