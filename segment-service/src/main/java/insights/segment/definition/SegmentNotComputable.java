package insights.segment.definition;

import insights.common.problem.FieldError;
import java.util.UUID;

/** The rule of a segment does not fit the fields that profiles have now. The message names both, for whoever can mend it. */
public class SegmentNotComputable extends RuntimeException {

    private static final long serialVersionUID = 2L;

    private final UUID segment;
    private final String field;

    /** @param field null when it is about no field: the rule is too large */
    SegmentNotComputable(UUID segment, String displayName, String field, FieldError error) {
        super(
                "The rule of the segment \"%s\" (%s) does not fit the profiles any more%s: %s. Edit or deactivate the segment."
                        .formatted(
                                displayName,
                                segment,
                                field == null ? "" : ", at %s, field \"%s\"".formatted(error.pointer(), field),
                                error.detail()));
        this.segment = segment;
        this.field = field;
    }

    /** Whose rule it is. */
    UUID segment() {
        return segment;
    }

    /** The field that it is about; null when it is about none. */
    String field() {
        return field;
    }
}
