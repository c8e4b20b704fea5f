package insights.common.openapi;

import insights.common.security.Roles;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;

/**
 * Names the operations of audit trails, which all services inherit, by what they are about: clients are made of all
 * documents together. Who may is said here, too: the scanner looks for it at methods of the class itself only.
 */
final class AuditOperations {

    private static final Pattern PATH = Pattern.compile("/([a-z])([a-z]*)s/audit-events(\\.csv)?");

    /** As Quarkus calls the only one of a service. */
    private static final String SCHEME = "SecurityScheme";

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
            if (item.getGET().getSecurity() == null) {
                item.getGET()
                        .addSecurityRequirement(
                                OASFactory.createSecurityRequirement().addScheme(SCHEME, List.of(Roles.ADMIN)));
            }
        }
    }
}
