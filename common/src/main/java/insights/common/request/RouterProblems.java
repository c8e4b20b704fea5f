package insights.common.request;

import insights.common.problem.CommonProblem;
import insights.common.problem.HttpProblem;
import insights.common.problem.Problem;
import insights.common.problem.ProblemResponses;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers with a problem what the router refuses before any filter is asked, such as an address that cannot be read. */
@ApplicationScoped
public class RouterProblems {

    private final ProblemResponses problems;

    RouterProblems(ProblemResponses problems) {
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
    }

    private void answer(RoutingContext context) {
        boolean refused = context.failure() == null && context.statusCode() >= 400 && context.statusCode() < 500;
        if (!refused || context.response().headWritten()) {
            context.next();
            return;
        }
        CommonProblem type = CommonProblem.ofStatus(context.statusCode()).orElse(CommonProblem.UNREADABLE_REQUEST);
        HttpProblem problem = Problem.of(
                type,
                type == CommonProblem.UNREADABLE_REQUEST
                        ? "Write the address as RFC 3986 has it: a percent sign as %25."
                        : type.title() + ".");
        context.response()
                .setStatusCode(context.statusCode())
                .putHeader("Content-Type", HttpProblem.MEDIA_TYPE)
                .end(Buffer.buffer(problems.body(problem, context.get(RequestId.MDC_KEY))));
    }
}
