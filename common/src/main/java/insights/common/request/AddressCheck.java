package insights.common.request;

import insights.common.problem.CommonProblem;
import insights.common.problem.HttpProblem;
import insights.common.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;

/** Refuses percent signs that begin no escape: the framework would answer them without a problem. */
@ApplicationScoped
public class AddressCheck implements RequestCheck {

    private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    @Override
    public Optional<HttpProblem> refusal(HttpServerRequest request) {
        return NO_ESCAPE.matcher(request.uri()).find()
                ? Optional.of(
                        Problem.of(CommonProblem.UNREADABLE_REQUEST, "Write a percent sign of the address as %25."))
                : Optional.empty();
    }
}
