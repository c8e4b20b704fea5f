package insights.common.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import insights.common.request.RequestId;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Gives every problem, those of the framework included, a stable type, a detail that says what to do, and the request
 * id. Details of the framework are replaced: they name classes or repeat the input.
 */
@ApplicationScoped
public class ProblemCompletion implements ProblemPostProcessor {

    private static final Map<CommonProblem, String> DETAILS = Map.of(
            CommonProblem.UNREADABLE_REQUEST, "Send what the API description of this operation asks for.",
            CommonProblem.UNAUTHENTICATED,
                    "Send a valid bearer token of the identity provider, meant for this service.",
            CommonProblem.FORBIDDEN, "Your role does not allow this; ask an administrator.",
            CommonProblem.NOT_FOUND, "There is nothing at this path.",
            CommonProblem.METHOD_NOT_ALLOWED, "This path does not take this method; see the Allow header.",
            CommonProblem.NOT_ACCEPTABLE, "Ask for a media type that the API description names.",
            CommonProblem.UNSUPPORTED_MEDIA_TYPE, "Send the body with a Content-Type that the API description names.",
            CommonProblem.TOO_LARGE, "Send less at once.",
            CommonProblem.INTERNAL_ERROR, "Try again; if it stays, give the request id to whoever runs this service.",
            CommonProblem.UNAVAILABLE, "Try again in a moment.");

    private static final Logger LOG = Logger.getLogger(ProblemCompletion.class);

    /** After the extension's own processors, before its logger. */
    @Override
    public int priority() {
        return 50;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        HttpProblem.Builder completed = isOurs(problem) ? HttpProblem.builder(problem) : replace(problem, context);
        RequestId.current().ifPresent(id -> completed.with("requestId", id));
        HttpProblem complete = completed.build();
        log(complete, context.cause);
        return complete;
    }

    private static void log(HttpProblem problem, Throwable cause) {
        if (problem.getStatusCode() >= 500 && !(cause instanceof HttpProblem)) {
            LOG.error(problem.getTitle(), cause);
        } else {
            LOG.debugf("%d %s", problem.getStatusCode(), problem.getType());
        }
    }

    private static boolean isOurs(HttpProblem problem) {
        return problem.getType() != null && problem.getType().toString().startsWith(ProblemType.PREFIX);
    }

    private static HttpProblem.Builder replace(HttpProblem problem, ProblemContext context) {
        if (context.cause instanceof ConstraintViolationException violations) {
            return builder(
                            CommonProblem.VALIDATION_FAILED,
                            "Correct the values listed under errors, then send it again.",
                            problem)
                    .with("errors", errors(violations));
        }
        if (context.cause instanceof UnreadableParameterException unreadable) {
            return builder(CommonProblem.VALIDATION_FAILED, unreadable.detail(), problem)
                    .with("errors", List.of(unreadable.error()));
        }
        JsonProcessingException json = jsonCause(context.cause);
        if (json != null) {
            return builder(CommonProblem.UNREADABLE_REQUEST, JsonErrors.detail(json), problem)
                    .with("errors", JsonErrors.errors(json));
        }
        CommonProblem type = CommonProblem.ofStatus(problem.getStatusCode())
                .orElse(
                        problem.getStatusCode() >= 500
                                ? CommonProblem.INTERNAL_ERROR
                                : CommonProblem.UNREADABLE_REQUEST);
        return builder(type, DETAILS.getOrDefault(type, type.title() + "."), problem)
                .withStatus(problem.getStatusCode());
    }

    private static HttpProblem.Builder builder(ProblemType type, String detail, HttpProblem from) {
        HttpProblem.Builder builder = Problem.builder(type, detail);
        from.getHeaders().forEach(builder::withHeader);
        return builder;
    }

    private static List<FieldError> errors(ConstraintViolationException violations) {
        return violations.getConstraintViolations().stream()
                .map(violation -> new FieldError(pointer(violation), violation.getMessage()))
                .sorted(java.util.Comparator.comparing(FieldError::pointer))
                .toList();
    }

    private static String pointer(ConstraintViolation<?> violation) {
        return JsonPointers.of(violation.getPropertyPath());
    }

    private static JsonProcessingException jsonCause(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return json;
            }
        }
        return null;
    }
}
