package insights.destination.field;

import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/connections/{id}/fields")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.CONTRIBUTOR)
@Tag(name = "Connections")
public class ConnectionFieldResource {

    private final ConnectionFieldService fields;

    ConnectionFieldResource(ConnectionFieldService fields) {
        this.fields = fields;
    }

    @GET
    @Operation(
            operationId = "listConnectionFields",
            summary = "Which fields a data matching may fill",
            description = "The standard fields of the type, how a custom one is named, and the custom ones that exist:"
                    + " the destination is asked at most once a minute. Without an answer within 3 seconds, or while the"
                    + " connection is not connected, `customFieldsKnown` is false.")
    public ConnectionFields list(@PathParam("id") UUID id) {
        return fields.of(id);
    }
}
