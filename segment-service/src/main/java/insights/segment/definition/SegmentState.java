package insights.segment.definition;

import insights.segment.rule.RuleDefinition;
import java.util.UUID;

/** What people chose of a segment, its list of profiles apart: if two are equal, nothing was changed. */
record SegmentState(UUID id, String displayName, RuleDefinition rule, SegmentStatus status, String timeZone) {

    static SegmentState of(SegmentEntity segment) {
        return new SegmentState(segment.id, segment.displayName, segment.rule, segment.status, segment.timeZone);
    }
}
