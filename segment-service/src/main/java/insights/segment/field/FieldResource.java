package insights.segment.field;

import insights.common.page.Page;
import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The fields that rules and exports can choose from. */
@Path("/profiles/fields")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Profiles")
public class FieldResource {

    private final FieldService fields;

    public FieldResource(FieldService fields) {
        this.fields = fields;
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.EXPORT_SERVICE})
    @Operation(
            operationId = "listFields",
            summary = "All fields by name, with type, fill, distinct values and how far they look like e-mail",
            description = """
                    `lastFilledAt` is when a file last had a value for the field, and `importsWithout` how many files came since
                    that had no column for it: a field that got another name at its source keeps what was true then.""")
    public Page<Field> list() {
        return new Page<>(fields.list(), null);
    }
}
