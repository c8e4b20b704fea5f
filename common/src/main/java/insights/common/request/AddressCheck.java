package insights.common.request;

import insights.common.problem.CommonProblem;
import insights.common.problem.HttpProblem;
import insights.common.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lets paths mean exactly one thing. The framework would drop what follows a semicolon (a matrix parameter of JAX-RS): whoever
 * erases the profile {@code a;b} would erase {@code a}. Percent signs that begin no escape it would answer without a problem.
 */
@ApplicationScoped
public class AddressCheck implements RequestCheck {

    private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    @Override
    public Optional<HttpProblem> refusal(HttpServerRequest request) {
        if (request.path() != null && request.path().indexOf(';') >= 0) {
            return refuse("Write a semicolon of the path as %3B.");
        }
        return NO_ESCAPE.matcher(request.uri()).find()
                ? refuse("Write a percent sign of the address as %25.")
                : Optional.empty();
    }

    private static Optional<HttpProblem> refuse(String detail) {
        return Optional.of(Problem.of(CommonProblem.UNREADABLE_REQUEST, detail));
    }
}
