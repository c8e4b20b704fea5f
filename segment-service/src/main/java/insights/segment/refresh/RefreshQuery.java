package insights.segment.refresh;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which refreshes to list: those that fit everything that is given. Its fields are looked up by name at the start. */
@RegisterForReflection
public class RefreshQuery {

    @Parameter(description = "With one of these; may be repeated")
    @QueryParam("status")
    @Size(max = 10)
    List<RefreshStatus> status;

    @QueryParam("trigger")
    RefreshTrigger trigger;

    @Parameter(description = "Requested not before")
    @QueryParam("since")
    Instant since;

    /** The condition of HQL; what it needs goes into the map. */
    String condition(Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder("true = true");
        if (status != null && !status.isEmpty()) {
            where.append(" and outcome in :status");
            parameters.put("status", status);
        }
        if (trigger != null) {
            where.append(" and trigger = :trigger");
            parameters.put("trigger", trigger);
        }
        if (since != null) {
            where.append(" and requestedAt >= :since");
            parameters.put("since", since);
        }
        return where.toString();
    }
}
