package insights.common.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/**
 * Takes JSON of another shape than the request's from Quarkus, which has an answer of its own for this one exception;
 * {@link ProblemCompletion} says what is wrong.
 */
@Provider
public final class MismatchedJsonMapper extends ExceptionMapperBase<MismatchedInputException> {

    @Override
    protected HttpProblem toProblem(MismatchedInputException exception) {
        return HttpProblem.builder()
                .withStatus(CommonProblem.UNREADABLE_REQUEST.status())
                .build();
    }
}
