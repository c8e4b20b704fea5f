package insights.destination.audit;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which events to find: those that fit everything that is given. */
public class AuditQuery {

    @QueryParam("connectionId")
    UUID connectionId;

    @QueryParam("action")
    AuditAction action;

    @Parameter(description = "Name or subject of who did it")
    @QueryParam("by")
    String by;

    @Parameter(description = "Not before")
    @QueryParam("from")
    Instant from;

    @Parameter(description = "Before")
    @QueryParam("to")
    Instant to;
}
