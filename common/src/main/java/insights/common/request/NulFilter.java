package insights.common.request;

import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Refuses the character U+0000 in parameters: PostgreSQL has no place for it in a text. */
@Provider
@PreMatching
public class NulFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (values.stream().anyMatch(NulFilter::hasNul)) {
                throw refusal(hasNul(name) ? "" : name);
            }
        });
        if (hasNul(request.getUriInfo().getPath())) {
            throw Problem.of(CommonProblem.NOT_FOUND, "There is nothing at this path.");
        }
    }

    static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }

    private static RuntimeException refusal(String parameter) {
        return Problem.of(
                CommonProblem.UNREADABLE_REQUEST,
                "Leave out the character U+0000 of the parameter listed under errors.",
                List.of(new FieldError(parameter, "has the character U+0000")));
    }
}
