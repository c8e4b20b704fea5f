package insights.segment.definition;

import insights.common.audit.AuditLog;
import insights.common.audit.Changes;
import insights.segment.audit.SegmentAction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/** Writes down who did what to segments. */
@ApplicationScoped
class SegmentJournal {

    /** The audit is kept for good, and a rule may name somebody by an address. */
    private static final Pattern ADDRESS = Pattern.compile("\"[^\"]*@[^\"]*\"");

    private final AuditLog audit;

    SegmentJournal(AuditLog audit) {
        this.audit = audit;
    }

    void created(SegmentResponse segment) {
        audit.record(SegmentAction.SEGMENT_CREATED, segment.id(), segment.displayName(), changes(null, segment));
    }

    void duplicated(SegmentResponse original, SegmentResponse copy) {
        Changes changes = Changes.none().with("copyOf", null, original.id());
        audit.record(SegmentAction.SEGMENT_DUPLICATED, copy.id(), copy.displayName(), changes);
    }

    /** @param members whether its list of profiles is another now; who is on it is not kept */
    void edited(SegmentResponse before, SegmentResponse after, boolean members) {
        Changes changes = changes(before, after);
        if (members) {
            changes.with("profileIds", "a list", "another list");
        }
        audit.record(SegmentAction.SEGMENT_EDITED, after.id(), after.displayName(), changes);
    }

    void removed(SegmentResponse segment) {
        audit.record(SegmentAction.SEGMENT_REMOVED, segment.id(), segment.displayName(), changes(segment, null));
    }

    private static Changes changes(SegmentResponse before, SegmentResponse after) {
        return Changes.none()
                .with(
                        "displayName",
                        value(before, SegmentResponse::displayName),
                        value(after, SegmentResponse::displayName))
                .with("rule", rule(before), rule(after))
                .with("status", value(before, SegmentResponse::status), value(after, SegmentResponse::status));
    }

    private static Object value(SegmentResponse segment, java.util.function.Function<SegmentResponse, Object> value) {
        return segment == null ? null : value.apply(segment);
    }

    private static String rule(SegmentResponse segment) {
        return segment == null || segment.rule() == null
                ? null
                : ADDRESS.matcher(segment.rule().toString()).replaceAll("\"•••@•••\"");
    }
}
