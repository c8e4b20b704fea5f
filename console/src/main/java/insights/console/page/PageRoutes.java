package insights.console.page;

import insights.console.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Whatever path a page has, it is the same document, which looks at the path itself. The files are static resources below
 * {@code META-INF/resources/console}, made by the build where Node is; without it there are none.
 */
@ApplicationScoped
class PageRoutes {

    private static final String DOCUMENT = "/console/index.html";

    /** After everything that has a path of its own. */
    private static final int LAST = 100_000;

    /** Before the session is asked for: its cookie is sent with what is below, so without the slash nobody is ever signed in. */
    private static final int EARLY = 940;

    void lead(@Observes Filters filters) {
        filters.register(
                context -> {
                    String path = context.request().path();
                    if (path.equals("/") || path.equals("/console")) {
                        context.response()
                                .setStatusCode(303)
                                .putHeader("Location", "/console/")
                                .end();
                    } else {
                        context.next();
                    }
                },
                EARLY);
    }

    void register(@Observes Router router) {
        router.route("/console/*").order(LAST).handler(PageRoutes::page);
        router.route().order(LAST + 1).handler(context -> Problem.notFound().answer(context));
    }

    private static void page(RoutingContext context) {
        String path = context.normalizedPath();
        boolean isPage = context.request().method() == HttpMethod.GET
                && !path.equals(DOCUMENT)
                && !path.startsWith("/console/api/")
                && !path.startsWith("/console/auth/")
                && !path.substring(path.lastIndexOf('/')).contains(".");
        if (isPage) {
            context.reroute(DOCUMENT);
        } else {
            Problem.notFound().answer(context);
        }
    }
}
