package insights.console.page;

import insights.console.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Files by their names, and for every path of a page the same document, which looks at the path itself. */
@ApplicationScoped
class PageRoutes {

    private static final String ROOT = "/console/";

    private static final String DOCUMENT = "index.html";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** After everything that has a path of its own, and before Quarkus would unpack the files into a folder to serve them. */
    private static final int LATE = 5_000;

    /** Before the session is asked for: its cookie is sent with what is below, so without the slash nobody is ever signed in. */
    private static final int EARLY = 940;

    private final Pages pages;

    PageRoutes(Pages pages) {
        this.pages = pages;
    }

    void lead(@Observes Filters filters) {
        filters.register(
                context -> {
                    String path = context.request().path();
                    if (path.equals("/") || path.equals("/console")) {
                        context.response()
                                .setStatusCode(303)
                                .putHeader("Location", ROOT)
                                .end();
                    } else {
                        context.next();
                    }
                },
                EARLY);
    }

    void register(@Observes Router router) {
        router.route("/console/*").order(LATE).handler(this::answer);
        router.route().order(LATE + 1).handler(context -> Problem.notFound().answer(context));
    }

    private void answer(RoutingContext context) {
        boolean reading = READING.contains(context.request().method());
        asked(context.normalizedPath())
                .filter(page -> reading)
                .ifPresentOrElse(
                        page -> send(page, context), () -> Problem.notFound().answer(context));
    }

    private Optional<Page> asked(String path) {
        if (path.startsWith("/console/api/") || path.startsWith("/console/auth/")) {
            return Optional.empty();
        }
        String name = path.substring(Math.min(ROOT.length(), path.length()));
        boolean isFile = name.substring(name.lastIndexOf('/') + 1).contains(".");
        return pages.named(isFile ? name : DOCUMENT);
    }

    private static void send(Page page, RoutingContext context) {
        HttpServerResponse response = context.response();
        response.putHeader("ETag", page.etag()).putHeader("Vary", "Accept-Encoding");
        if (page.etag().equals(context.request().getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader("Content-Type", page.type());
        if (page.compressed().isPresent() && takesGzip(context.request().getHeader("Accept-Encoding"))) {
            response.putHeader("Content-Encoding", "gzip").end(page.compressed().get());
        } else {
            response.putHeader("Content-Encoding", "identity").end(page.content());
        }
    }

    private static boolean takesGzip(String accepted) {
        return accepted != null
                && Arrays.stream(accepted.split(","))
                        .map(one -> one.replaceAll("\\s", ""))
                        .anyMatch(one -> one.startsWith("gzip") && !one.matches("gzip;q=0(\\.0*)?"));
    }
}
