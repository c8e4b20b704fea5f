package insights.common.request;

import insights.common.problem.HttpProblem;
import insights.common.problem.ProblemResponses;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/** Refuses requests that cannot be meant, before anything else sees them; nobody needs to be signed in for that. */
@ApplicationScoped
public class RequestChecks {

    private static final int AFTER_THE_REQUEST_ID = Integer.MAX_VALUE - 2;

    private final ProblemResponses problems;
    private final List<RequestCheck> checks;

    RequestChecks(
            ProblemResponses problems,
            FramingCheck framing,
            SizeCheck size,
            RouteCheck route,
            MediaTypeCheck mediaTypes) {
        this.problems = problems;
        this.checks = List.of(framing, size, route, mediaTypes);
    }

    void register(@Observes Filters filters) {
        filters.register(this::apply, AFTER_THE_REQUEST_ID);
    }

    private void apply(RoutingContext context) {
        UnreadBody.leavesNoDeadConnection(context);
        for (RequestCheck check : checks) {
            Optional<HttpProblem> refusal = check.refusal(context.request());
            if (refusal.isPresent()) {
                refuse(context, refusal.get());
                return;
            }
        }
        context.next();
    }

    private void refuse(RoutingContext context, HttpProblem problem) {
        HttpServerResponse response = context.response()
                .setStatusCode(problem.getStatusCode())
                .putHeader("Content-Type", HttpProblem.MEDIA_TYPE);
        problem.getHeaders().forEach(response::putHeader);
        String id = context.get(RequestId.MDC_KEY);
        boolean isLast = "close".equals(problem.getHeaders().get("Connection"));
        response.end(Buffer.buffer(problems.body(problem, id))).onComplete(ignored -> {
            if (isLast) {
                context.request().connection().close();
            }
        });
    }
}
