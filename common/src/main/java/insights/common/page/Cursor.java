package insights.common.page;

import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.HttpProblem;
import insights.common.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** The opaque {@code after} of a paged list: the sort key of the last item seen. */
public final class Cursor {

    /** What cursors look like: base64url (RFC 4648 §5) without padding. */
    public static final String PATTERN = "[A-Za-z0-9_-]*";

    private Cursor() {}

    public static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The key inside, or null for the first page; 422 when it is not one of ours. */
    public static String decode(String after) {
        if (after == null || after.isEmpty()) {
            return null;
        }
        if (!after.matches(PATTERN)) {
            throw notOurs();
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
        return key == null ? null : uuid(key);
    }

    /** Where a list in the order of names goes on, of which several things may have one. */
    record Named(UUID id, String displayName) {

        private static final int ID_LENGTH = 36;

        String key() {
            return id + displayName;
        }

        /** Out of {@code after}; null for the first page. */
        static Named of(String after) {
            String key = decode(after);
            if (key == null) {
                return null;
            }
            if (key.length() < ID_LENGTH) {
                throw notOurs();
            }
            return new Named(uuid(key.substring(0, ID_LENGTH)), key.substring(ID_LENGTH));
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
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
