package insights.common.request;

import insights.common.problem.CommonProblem;
import insights.common.problem.HttpProblem;
import insights.common.problem.Problem;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says of a body that announces itself as too large how large it may be. Quarkus would end the connection without a word. */
@ApplicationScoped
public class SizeCheck implements RequestCheck {

    private final Optional<MemorySize> most;

    SizeCheck(@ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> most) {
        this.most = most;
    }

    @Override
    public Optional<HttpProblem> refusal(HttpServerRequest request) {
        String announced = request.getHeader("Content-Length");
        return announced == null ? Optional.empty() : most.flatMap(limit -> check(announced, limit.asLongValue()));
    }

    private static Optional<HttpProblem> check(String announced, long limit) {
        return announced.length() > 18 || Long.parseLong(announced) > limit
                ? Optional.of(Problem.of(
                        CommonProblem.TOO_LARGE, "Send less at once: a body may have %,d bytes.".formatted(limit)))
                : Optional.empty();
    }
}
