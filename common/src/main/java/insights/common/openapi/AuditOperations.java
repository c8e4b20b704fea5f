package insights.common.openapi;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;

/**
 * Names the operations of audit trails, which all services inherit, by what they are about: clients are made of all
 * documents together.
 */
final class AuditOperations {

    private static final Pattern PATH = Pattern.compile("/([a-z])([a-z]*)s/audit-events(\\.csv)?");

    private AuditOperations() {}

    static void name(OpenAPI api) {
        api.getPaths().getPathItems().forEach(AuditOperations::name);
    }

    private static void name(String path, PathItem item) {
        Matcher audit = PATH.matcher(path);
        if (audit.matches() && item.getGET() != null) {
            String about = audit.group(1).toUpperCase(Locale.ROOT) + audit.group(2);
            String verb = audit.group(3) == null ? "list" : "download";
            item.getGET().setOperationId(verb + about + "AuditEvents");
        }
    }
}
