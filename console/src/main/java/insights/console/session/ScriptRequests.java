package insights.console.session;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Which requests scripts send: when nobody is signed in they get 499, not the provider's page. What a person opens, a report
 * in a tab for example, leads to the provider and comes back.
 */
@Unremovable
@ApplicationScoped
class ScriptRequests implements JavaScriptRequestChecker {

    @Override
    public boolean isJavaScriptRequest(RoutingContext context) {
        String path = context.normalizedPath();
        boolean ofScripts = path.startsWith("/console/api/") || path.equals(SessionRoutes.ME);
        return ofScripts && !"navigate".equals(context.request().getHeader("Sec-Fetch-Mode"));
    }
}
