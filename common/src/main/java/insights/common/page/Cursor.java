package insights.common.page;

import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** The opaque {@code after} of a paged list: the sort key of the last item seen. */
public final class Cursor {

    private Cursor() {}

    public static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The key inside, or null for the first page; 422 when it is not one of ours. */
    public static String decode(String after) {
        if (after == null || after.isEmpty()) {
            return null;
        }
        String key;
        try {
            key = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw notOurs();
        }
        // No text that PostgreSQL keeps has it, so it is not the end of a page, and cannot be compared with one.
        if (key.indexOf('\0') >= 0) {
            throw notOurs();
        }
        return key;
    }

    /** The same for lists in order of their ids. */
    public static UUID id(String after) {
        String key = decode(after);
        try {
            return key == null ? null : UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw notOurs();
        }
    }

    private static HttpProblem notOurs() {
        return Problem.of(
                CommonProblem.VALIDATION_FAILED,
                "Take `after` from the `next` link of the page before, unchanged.",
                List.of(new FieldError("after", "not a cursor of this list")));
    }
}
