package insights.common.problem;

import java.util.List;

/** Makes RFC 9457 problems. Throw what these methods return; {@link ProblemMappers} turns it into the response. */
public final class Problem {

    private static final int RETRY_AFTER_SECONDS = 5;

    private Problem() {}

    /** A problem with a detail that tells the caller what to do. Never put personal data or keys into the detail. */
    public static HttpProblem of(ProblemType type, String detail) {
        return builder(type, detail).build();
    }

    /** A problem that points at the values of the request that are wrong. */
    public static HttpProblem of(ProblemType type, String detail, List<FieldError> errors) {
        return builder(type, detail).withErrors(errors).build();
    }

    /** For problems with headers or members of their own. */
    public static HttpProblem.Builder builder(ProblemType type, String detail) {
        return HttpProblem.builder(type, detail);
    }

    /**
     * The usual 503, for whatever it is that does not answer or has no room, so that callers need to know of one kind only.
     *
     * @param detail which part it is, what was not done, and to try again
     */
    public static HttpProblem unavailable(String detail) {
        return unavailable(detail, RETRY_AFTER_SECONDS);
    }

    /** The same for what is known to take longer. */
    public static HttpProblem unavailable(String detail, int retryAfterSeconds) {
        return builder(CommonProblem.UNAVAILABLE, detail)
                .withHeader("Retry-After", retryAfterSeconds)
                .build();
    }

    /** The usual 404. Also the answer for things the caller may not know of. */
    public static HttpProblem notFound(String what, Object id) {
        return of(CommonProblem.NOT_FOUND, "There is no " + what + " " + id + ", or you may not see it.");
    }
}
