package insights.destination.audit;

import insights.common.audit.AuditCsv;
import insights.common.audit.AuditEvents;
import insights.common.audit.AuditLog;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what to connections. */
@Path("/connections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditEventResource extends AuditEvents {

    AuditEventResource(AuditLog audit, AuditCsv csv) {
        super(audit, csv, ConnectionAction.values());
    }
}
