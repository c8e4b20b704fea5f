package insights.common.page;

import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

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
        try {
            return new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.of(
                    CommonProblem.VALIDATION_FAILED,
                    "Take `after` from the `next` link of the page before, unchanged.",
                    List.of(new FieldError("after", "not a cursor of this list")));
        }
    }
}
