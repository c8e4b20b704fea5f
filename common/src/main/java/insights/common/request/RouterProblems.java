package insights.common.request;

import insights.common.problem.CommonProblem;
import insights.common.problem.HttpProblem;
import insights.common.problem.Problem;
import insights.common.problem.ProblemResponses;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Answers with a problem what the router refuses before any filter is asked, such as one without Host. Addresses that are none
 * (RFC 3986), such as a percent sign that begins nothing, Quarkus answers with a bare 400 before that.
 */
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
        boolean ofTheRouter = context.failure() == null
                || context.failure() instanceof VertxException
                || context.failure() instanceof HttpException;
        boolean refused = ofTheRouter && context.statusCode() >= 400 && context.statusCode() < 500;
        if (!refused || context.response().headWritten()) {
            context.next();
            return;
        }
        CommonProblem type = CommonProblem.ofStatus(context.statusCode()).orElse(CommonProblem.UNREADABLE_REQUEST);
        HttpProblem problem = Problem.of(
                type,
                type == CommonProblem.UNREADABLE_REQUEST
                        ? "Send one Host header, and a path that begins with a slash."
                        : type.title() + ".");
        context.response()
                .setStatusCode(context.statusCode())
                .putHeader("Content-Type", HttpProblem.MEDIA_TYPE)
                .end(Buffer.buffer(problems.body(problem, context.get(RequestId.MDC_KEY))));
    }
}
