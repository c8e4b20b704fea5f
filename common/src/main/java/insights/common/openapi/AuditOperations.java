package insights.common.openapi;

import java.util.Locale;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/** Names the operations of the audit trail, which all services have from one class, after what each service audits. */
final class AuditOperations {

    private static final String EVENTS = "/audit-events";

    private AuditOperations() {}

    static void name(OpenAPI api) {
        api.getPaths().getPathItems().forEach((path, item) -> {
            Operation get = item.getGET();
            if (get != null && get.getOperationId() == null && path.contains(EVENTS)) {
                // "/exports/audit-events" is about exports.
                String things = path.substring(1, path.indexOf(EVENTS));
                String thing = things.substring(0, 1).toUpperCase(Locale.ROOT) + things.substring(1, things.length() - 1);
                get.setOperationId((path.endsWith(".csv") ? "download" : "list") + thing + "AuditEvents");
            }
        });
    }
}
