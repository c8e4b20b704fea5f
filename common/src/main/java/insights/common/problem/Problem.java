package insights.common.problem;

import java.util.List;

/** Makes RFC 9457 problems. Throw what these methods return; {@link ProblemMappers} turns it into the response. */
public final class Problem {

    private Problem() {}

    /** A problem with a detail that tells the caller what to do. Never put personal data or keys into the detail. */
    public static HttpProblem of(ProblemType type, String detail) {
        return builder(type, detail).build();
    }

    /** A problem that points at the values of the request that are wrong. */
    public static HttpProblem of(ProblemType type, String detail, List<FieldError> errors) {
        return builder(type, detail).with("errors", errors).build();
    }

    /** For problems with headers or members of their own. */
    public static HttpProblem.Builder builder(ProblemType type, String detail) {
        return HttpProblem.builder(type, detail);
    }

    /** The usual 404. Also the answer for things the caller may not know of. */
    public static HttpProblem notFound(String what, Object id) {
        return of(CommonProblem.NOT_FOUND, "There is no " + what + " " + id + ", or you may not see it.");
    }
}
