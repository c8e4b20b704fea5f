package insights.console.door;

import insights.console.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what another site makes a browser send. What changes something carries a header that forms cannot send and that other
 * sites' scripts may not; browsers also say from where a request comes (Fetch Metadata), and are believed. What only reads
 * is refused to other sites too, unless a person opens it.
 */
@ApplicationScoped
class CrossSiteCheck {

    /** Any value will do: that it is there shows that a script of ours sent it. */
    static final String HEADER = "X-Requested-With";

    /** Before the session is read. */
    private static final int EARLY = 950;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** What the provider, and nobody's browser, calls: its token is the proof. */
    private static final String BACK_CHANNEL = "/console/auth/back-channel-logout";

    private static final String LOGOUT = "/console/auth/logout";

    void register(@Observes Filters filters) {
        filters.register(
                context -> refusal(context).ifPresentOrElse(problem -> problem.answer(context), context::next), EARLY);
    }

    private static Optional<Problem> refusal(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = context.normalizedPath();
        if (path.equals(BACK_CHANNEL)) {
            return Optional.empty();
        }
        String site = request.getHeader("Sec-Fetch-Site");
        boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
        if (READING.contains(request.method())) {
            boolean opened = "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                    && "document".equals(request.getHeader("Sec-Fetch-Dest"));
            boolean guarded = path.startsWith("/console/api/") && !opened || path.equals(LOGOUT);
            return foreign && guarded ? Optional.of(refused()) : Optional.empty();
        }
        if (foreign || request.getHeader(HEADER) == null || hasForeignOrigin(request)) {
            return Optional.of(refused());
        }
        return Optional.empty();
    }

    /** For browsers that do not say from which site a request comes. */
    private static boolean hasForeignOrigin(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return false;
        }
        try {
            return !String.valueOf(URI.create(origin).getAuthority()).equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }

    private static Problem refused() {
        return Problem.crossSite(
                "This is for the console's own pages. Programs use the API with a token, not the console's address.");
    }
}
