package insights.segment.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.common.audit.AuditLog;
import insights.common.audit.Changes;
import insights.segment.audit.SegmentAction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Writes down who did what to segments. */
@ApplicationScoped
class SegmentJournal {

    /** The audit is kept for good, and a rule may name somebody by an address. */
    private static final Pattern ADDRESS = Pattern.compile("\"[^\"]*@[^\"]*\"");

    private final AuditLog audit;
    private final ObjectMapper json;

    SegmentJournal(AuditLog audit, ObjectMapper json) {
        this.audit = audit;
        this.json = json;
    }

    void created(SegmentState segment) {
        audit.record(SegmentAction.SEGMENT_CREATED, segment.id(), segment.displayName(), changes(null, segment));
    }

    void duplicated(UUID original, SegmentState copy) {
        Changes changes = Changes.none().with("copyOf", null, original);
        audit.record(SegmentAction.SEGMENT_DUPLICATED, copy.id(), copy.displayName(), changes);
    }

    /** @param members whether its list of profiles is another now; who is on it is not kept */
    void edited(SegmentState before, SegmentState after, boolean members) {
        Changes changes = changes(before, after);
        if (members) {
            changes.with("profileIds", "a list", "another list");
        }
        audit.record(SegmentAction.SEGMENT_EDITED, after.id(), after.displayName(), changes);
    }

    void removed(SegmentState segment) {
        audit.record(SegmentAction.SEGMENT_REMOVED, segment.id(), segment.displayName(), changes(segment, null));
    }

    private Changes changes(SegmentState before, SegmentState after) {
        return Changes.none()
                .with("displayName", of(before, SegmentState::displayName), of(after, SegmentState::displayName))
                .with("rule", of(before, this::rule), of(after, this::rule))
                .with("status", of(before, SegmentState::status), of(after, SegmentState::status))
                .with("timeZone", of(before, SegmentState::timeZone), of(after, SegmentState::timeZone));
    }

    private static Object of(SegmentState segment, Function<SegmentState, Object> value) {
        return segment == null ? null : value.apply(segment);
    }

    private String rule(SegmentState segment) {
        try {
            return segment.rule() == null
                    ? null
                    : ADDRESS.matcher(json.writeValueAsString(segment.rule())).replaceAll("\"•••@•••\"");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
