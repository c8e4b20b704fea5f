package insights.export.definition;

import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.export.ExportProblem;
import insights.export.matching.DataMatching;
import insights.export.matching.FieldMatch;
import insights.export.segment.SegmentClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** Whether what an export names exists, fits, and is not too much. Each failure is a problem with pointers. */
@ApplicationScoped
class ExportCheck {

    private final SegmentClient segments;
    private final SizeLimit size;

    ExportCheck(SegmentClient segments, SizeLimit size) {
        this.segments = segments;
        this.size = size;
    }

    /** Its segments exist, and all exports of the connection together are not too big (F4). */
    void audience(UUID connection, UUID export, List<UUID> segmentIds) {
        List<FieldError> unknown = new ArrayList<>();
        for (int i = 0; i < segmentIds.size(); i++) {
            if (segments.find(segmentIds.get(i)).isEmpty()) {
                unknown.add(new FieldError("/segmentIds/" + i, "there is no segment of this id"));
            }
        }
        if (!unknown.isEmpty()) {
            throw Problem.of(
                    ExportProblem.UNKNOWN_SEGMENT,
                    "Choose segments that GET /segments of segment-service lists.",
                    unknown);
        }
        size.require(connection, export, segmentIds);
    }

    void matching(List<FieldMatch> dataMatching, String optOutField) {
        DataMatching.check(dataMatching, optOutField, segments.fields());
    }

    static List<UUID> distinct(List<UUID> ids) {
        return List.copyOf(new LinkedHashSet<>(ids));
    }
}
