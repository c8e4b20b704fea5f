package insights.common.audit;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What of a service's database is history. */
@ConfigMapping(prefix = "insights.audit")
interface AuditConfig {

    /** Tables that the service may add to and read, but not change; none when absent. */
    Optional<List<String>> appendOnlyTables();
}
