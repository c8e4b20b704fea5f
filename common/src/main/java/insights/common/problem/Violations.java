package insights.common.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Comparator;
import java.util.List;

/** What validation found, as a problem. */
final class Violations {

    private Violations() {}

    static HttpProblem problem(ConstraintViolationException exception) {
        List<FieldError> errors = exception.getConstraintViolations().stream()
                .map(violation -> new FieldError(pointer(violation), ViolationWords.of(violation)))
                .distinct()
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::detail))
                .toList();
        return Problem.of(
                CommonProblem.VALIDATION_FAILED, "Correct the values listed under errors, then send it again.", errors);
    }

    private static String pointer(ConstraintViolation<?> violation) {
        return ParameterNames.of(violation).orElseGet(() -> JsonPointers.of(violation.getPropertyPath()));
    }
}
