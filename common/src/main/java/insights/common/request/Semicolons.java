package insights.common.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Takes a semicolon in a path for a character of its segment, like any other. JAX-RS would take what follows it for
 * parameters and leave it out, so that {@code DELETE /things/a;b} would remove {@code a}.
 */
@Singleton
public class Semicolons {

    /** Before everything that looks at paths. */
    private static final int FIRST = 10_000;

    void register(@Observes Filters filters) {
        filters.register(Semicolons::encode, FIRST);
    }

    private static void encode(RoutingContext context) {
        String path = context.request().path();
        if (path == null || path.indexOf(';') < 0) {
            context.next();
            return;
        }
        String query = context.request().query();
        context.reroute(path.replace(";", "%3B") + (query == null ? "" : "?" + query));
    }
}
