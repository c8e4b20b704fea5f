package insights.common.etag;

import insights.common.problem.CommonProblem;
import insights.common.problem.HttpProblem;
import insights.common.problem.Problem;
import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import java.util.List;

/** Optimistic locking over HTTP: the version of a row is its {@code ETag}, and edits name the one they saw. */
public final class Versions {

    /** Between the version and the rest of a tag. */
    private static final String REST = ".";

    /** What was forgotten says nothing of whether anything has changed: to read it again alone would change nothing. */
    private static final String UNREADABLE =
            "Send the ETag in If-Match as the header ETag has it: in double quotes, and without W/, which proxies put before it.";

    private Versions() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * The tag of a representation that shows more than the row: it changes with either, so that whoever asks with
     * {@code If-None-Match} is never told that nothing is new when something is. Edits look at the version in it alone.
     *
     * @param shown all of it, of a type whose text tells different ones apart, such as a record
     */
    public static EntityTag tag(long version, Object shown) {
        return new EntityTag(
                version + REST + Integer.toHexString(shown.toString().hashCode()));
    }

    /** Refuses an edit without {@code If-Match} (428), or of another version than the one that is there (412). */
    public static void require(String ifMatch, long current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(
                    CommonProblem.PRECONDITION_REQUIRED, "Read it first and send its ETag in the If-Match header.");
        }
        String expected = "\"" + current;
        List<String> tags = Arrays.stream(ifMatch.split(",")).map(String::strip).toList();
        boolean matches = ifMatch.strip().equals("*")
                || tags.stream().anyMatch(tag -> tag.equals(expected + '"') || tag.startsWith(expected + REST));
        if (!matches) {
            throw tags.stream().allMatch(Versions::isStrong) ? stale() : Problem.of(CommonProblem.STALE, UNREADABLE);
        }
    }

    private static boolean isStrong(String tag) {
        return tag.length() > 2 && tag.startsWith("\"") && tag.endsWith("\"");
    }

    /** 412: it was changed meanwhile. */
    public static HttpProblem stale() {
        return Problem.of(
                CommonProblem.STALE, "Read it again, look at what has changed, and send the edit with the new ETag.");
    }
}
