package insights.segment.refresh;

import insights.common.page.Period;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which refreshes to list: those that fit everything that is given. Its fields are looked up by name at the start. */
@RegisterForReflection
public class RefreshQuery extends Period {

    @Parameter(description = "One of these; may be repeated")
    @QueryParam("status")
    @Size(max = 10)
    List<RefreshStatus> status;

    @Parameter(description = "Set off by one of these; may be repeated")
    @QueryParam("trigger")
    @Size(max = 10)
    List<RefreshTrigger> trigger;

    /** The condition of HQL; what it needs goes into the map. */
    String condition(Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder("true = true");
        if (status != null && !status.isEmpty()) {
            where.append(" and outcome in :status");
            parameters.put("status", status);
        }
        if (trigger != null && !trigger.isEmpty()) {
            where.append(" and trigger in :trigger");
            parameters.put("trigger", trigger);
        }
        return where + condition("requestedAt", parameters);
    }
}
