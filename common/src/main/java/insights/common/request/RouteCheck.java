package insights.common.request;

import insights.common.problem.CommonProblem;
import insights.common.problem.HttpProblem;
import insights.common.problem.Problem;
import insights.common.route.Routes;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * Answers a method that a path does not take with those that it takes (RFC 9110 §15.5.6). The framework answers 404 for some
 * paths, and names the methods of the whole tree for others.
 */
@ApplicationScoped
public class RouteCheck implements RequestCheck {

    private final Routes routes;

    RouteCheck(Routes routes) {
        this.routes = routes;
    }

    @Override
    public Optional<HttpProblem> refusal(HttpServerRequest request) {
        Set<String> allowed = routes.methods(request.path());
        if (allowed.isEmpty() || allowed.contains(request.method().name())) {
            return Optional.empty();
        }
        String names = String.join(", ", allowed);
        return Optional.of(
                Problem.builder(CommonProblem.METHOD_NOT_ALLOWED, "This path takes %s only.".formatted(names))
                        .withHeader("Allow", names)
                        .build());
    }
}
