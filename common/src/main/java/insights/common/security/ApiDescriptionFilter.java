package insights.common.security;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Says who must sign in to read the API description in the way all other operations do. The description is not served by
 * JAX-RS, and the policy that guards its path (it stays, behind this) answers without a body.
 */
@ApplicationScoped
public class ApiDescriptionFilter {

    /** Where smallrye-openapi serves it, see microprofile-config.properties. */
    private static final String PATH = "/openapi";

    /** After Quarkus knows how to authenticate a request (200), before its policies look at it (100). */
    private static final int BEFORE_POLICIES = 150;

    void register(@Observes Filters filters) {
        filters.register(ApiDescriptionFilter::apply, BEFORE_POLICIES);
    }

    private static void apply(RoutingContext context) {
        if (!context.normalizedPath().startsWith(PATH)) {
            context.next();
            return;
        }
        QuarkusHttpUser.getSecurityIdentity(context, null)
                .subscribe()
                .with(identity -> decide(context, identity), failure -> failed(context, failure));
    }

    private static void decide(RoutingContext context, SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            context.fail(new UnauthorizedException());
        } else {
            context.next();
        }
    }

    private static void failed(RoutingContext context, Throwable failure) {
        // A token that is refused has its answer already, by the handler that Quarkus puts into the context.
        if (!context.response().ended()) {
            context.fail(failure);
        }
    }
}
