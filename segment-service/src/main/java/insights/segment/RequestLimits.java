package insights.segment;

import insights.common.problem.CommonProblem;
import insights.common.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What a request may be at most, where it is not an import. */
public class RequestLimits {

    /** A static segment of the largest size fits. */
    private static final long MAX_BODY = 24L * 1024 * 1024;

    /** Where Quarkus REST looks for the limit while it reads a body. */
    private static final String QUARKUS_LIMIT = "io.quarkus.max-request-size";

    private static boolean isImport(String path) {
        return path.equals("/profile-imports") || path.equals("/profile-imports/preview");
    }

    @ServerRequestFilter(preMatching = true)
    public void check(RoutingContext context) {
        if (isImport(context.request().path())) {
            return;
        }
        String length = context.request().getHeader("Content-Length");
        if (length != null && Long.parseLong(length) > MAX_BODY) {
            throw Problem.of(CommonProblem.TOO_LARGE, "Send at most " + MAX_BODY + " bytes at once.");
        }
        context.put(QUARKUS_LIMIT, MAX_BODY);
    }
}
