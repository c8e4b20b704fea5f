package insights.common.etag;

import insights.common.problem.CommonProblem;
import insights.common.problem.Problem;
import jakarta.ws.rs.core.EntityTag;

/** Optimistic locking over HTTP: the version of a row is its {@code ETag}, and edits name the one they saw. */
public final class Versions {

    private Versions() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** Refuses an edit without {@code If-Match} (428), or of another version than the one that is there (412). */
    public static void require(String ifMatch, long current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(
                    CommonProblem.PRECONDITION_REQUIRED, "Read it first and send its ETag in the If-Match header.");
        }
        String expected = "\"" + current + "\"";
        boolean matches = ifMatch.strip().equals("*")
                || java.util.Arrays.stream(ifMatch.split(","))
                        .map(String::strip)
                        .anyMatch(expected::equals);
        if (!matches) {
            throw Problem.of(
                    CommonProblem.STALE,
                    "Read it again, look at what has changed, and send the edit with the new ETag.");
        }
    }
}
