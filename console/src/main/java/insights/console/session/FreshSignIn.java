package insights.console.session;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Has people prove anew who they are, while they are signed in: what a service asks for that answers
 * {@code insufficient_user_authentication} (RFC 9470). A session is not asked for its password, so this path is answered as if
 * there were none; the one that is there stays until the new one is, and stays for good if the person gives up.
 */
@Unremovable
@ApplicationScoped
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class FreshSignIn implements OidcRedirectFilter {

    static final String PATH = "/console/auth/fresh";

    /** On the way back, when it is done. Whoever sends it without having signed in gains nothing by it. */
    static final String DONE = "signed-in";

    /** Before authentication. */
    private static final int EARLY = 900;

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (isBeginning(context)) {
                        SessionCookies.hide(context);
                    } else if (context.request().path().equals(SessionCookies.CALLBACK)) {
                        SessionCookies.replace(context);
                    }
                    context.next();
                },
                EARLY);
    }

    @Override
    public void filter(OidcRedirectContext redirect) {
        if (isBeginning(redirect.routingContext())) {
            redirect.additionalQueryParams().set("prompt", "login").set("max_age", "0");
        }
    }

    private static boolean isBeginning(RoutingContext context) {
        return context.request().path().equals(PATH) && context.request().getParam(DONE) == null;
    }
}
