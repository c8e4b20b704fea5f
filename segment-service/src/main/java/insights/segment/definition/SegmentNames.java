package insights.segment.definition;

import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.segment.SegmentProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Names that no two segments share, whatever the case. Whoever asks holds the lock of those who change segments. */
@ApplicationScoped
class SegmentNames {

    private static final String COPY = "Copy of ";
    private static final int MAX_LENGTH = 100;

    private final SegmentRepository segments;

    SegmentNames(SegmentRepository segments) {
        this.segments = segments;
    }

    /** The name; 409 when another segment than this one has it. */
    String free(String displayName, UUID segment) {
        if (segments.nameTaken(displayName, segment)) {
            throw Problem.of(
                    SegmentProblem.NAME_TAKEN,
                    "Choose another display name: names are unique, whatever the case.",
                    List.of(new FieldError("/displayName", "taken by another segment")));
        }
        return displayName;
    }

    /** A free name for a copy: "Copy of A", then "Copy of A 2" and so on. */
    String ofCopy(String displayName, UUID copy) {
        String name = shortened(COPY + displayName, MAX_LENGTH);
        String candidate = name;
        for (int number = 2; segments.nameTaken(candidate, copy); number++) {
            String end = " " + number;
            candidate = shortened(name, MAX_LENGTH - end.length()) + end;
        }
        return candidate;
    }

    /** Not in the middle of a character that takes two. */
    private static String shortened(String name, int length) {
        int end = Math.min(name.length(), length);
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end)
                .strip();
    }
}
