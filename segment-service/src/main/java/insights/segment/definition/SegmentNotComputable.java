package insights.segment.definition;

import insights.common.problem.FieldError;
import java.util.UUID;

/** The rule of a segment does not fit the fields that profiles have now. */
public class SegmentNotComputable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SegmentNotComputable(UUID segment, FieldError error) {
        super("The rule of segment %s does not fit the profiles any more, at %s: %s. Edit or deactivate the segment."
                .formatted(segment, error.pointer(), error.detail()));
    }
}
