package insights.common.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import insights.common.outage.DatabaseOutage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers whatever is thrown with a problem. Quarkus has mappers of its own for some exceptions; ours are asked before
 * them. What those say is replaced: it names classes or repeats the input.
 */
@ApplicationScoped
public class ProblemMappers {

    /** Before the mappers of Quarkus, which have {@link jakarta.ws.rs.Priorities#USER} and more. */
    private static final int FIRST = 1000;

    private final ProblemResponses responses;
    private final WebProblems web;

    ProblemMappers(ProblemResponses responses, WebProblems web) {
        this.responses = responses;
        this.web = web;
    }

    @ServerExceptionMapper(value = HttpProblem.class, priority = FIRST)
    public Response ours(HttpProblem problem) {
        return responses.of(problem);
    }

    @ServerExceptionMapper(value = WebApplicationException.class, priority = FIRST)
    public Response ofTheFramework(WebApplicationException exception) {
        JsonProcessingException json = Causes.find(exception, JsonProcessingException.class);
        return json == null ? web.answer(exception) : unreadable(json);
    }

    @ServerExceptionMapper(value = NotFoundException.class, priority = FIRST)
    public Response nothingThere(NotFoundException exception) {
        return web.answer(exception);
    }

    @ServerExceptionMapper(value = UnreadableParameterException.class, priority = FIRST)
    public Response unreadable(UnreadableParameterException exception) {
        return responses.of(exception.problem());
    }

    @ServerExceptionMapper(value = JsonProcessingException.class, priority = FIRST)
    public Response unreadable(JsonProcessingException exception) {
        return responses.of(JsonErrors.problem(exception));
    }

    /** Jackson's most frequent one has a mapper of its own in Quarkus. */
    @ServerExceptionMapper(value = MismatchedInputException.class, priority = FIRST)
    public Response mismatched(MismatchedInputException exception) {
        return unreadable(exception);
    }

    /** Also what Quarkus throws for parameters of resources, which is a kind of this. */
    @ServerExceptionMapper(value = ValidationException.class, priority = FIRST)
    public Response invalid(ValidationException exception) {
        return exception instanceof ConstraintViolationException violations
                ? responses.of(Violations.problem(violations))
                : unexpected(exception);
    }

    @ServerExceptionMapper(value = Throwable.class, priority = FIRST)
    public Response unexpected(Throwable thrown) {
        HttpProblem inside = Causes.find(thrown, HttpProblem.class);
        if (inside != null) {
            return responses.of(inside);
        }
        if (DatabaseTrouble.isAway(thrown)) {
            DatabaseOutage.outage().missed(DatabaseTrouble.reason(thrown));
            return responses.of(DatabaseTrouble.problem(thrown));
        }
        if (DatabaseTrouble.isLocked(thrown)) {
            return responses.of(DatabaseTrouble.lockedProblem());
        }
        return responses.of(WebProblems.of(CommonProblem.INTERNAL_ERROR), thrown);
    }
}
