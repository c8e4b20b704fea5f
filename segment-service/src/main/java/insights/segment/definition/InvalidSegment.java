package insights.segment.definition;

import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import java.util.List;

/** What is wrong with a segment as somebody wants it, as a problem. */
final class InvalidSegment {

    private InvalidSegment() {}

    static RuntimeException of(String pointer, String detail) {
        return of(List.of(new FieldError(pointer, detail)));
    }

    static RuntimeException of(List<FieldError> errors) {
        return Problem.of(
                CommonProblem.VALIDATION_FAILED, "Correct the values listed under errors, then send it again.", errors);
    }
}
