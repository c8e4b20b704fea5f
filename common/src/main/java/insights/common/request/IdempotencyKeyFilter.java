package insights.common.request;

import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Refuses an {@code Idempotency-Key} without a key: the framework takes it for none, and its sender relies on one. */
@Provider
public class IdempotencyKeyFilter implements ContainerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> keys = request.getHeaders().get(HEADER);
        if (keys != null && keys.stream().anyMatch(String::isBlank)) {
            throw Problem.of(
                    CommonProblem.VALIDATION_FAILED,
                    "Give the request a key of its own, or leave the header out.",
                    List.of(new FieldError(HEADER, "has no key")));
        }
    }
}
