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
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Whether what an export names exists, fits, and is not too much. Each failure is a problem with pointers. */
@ApplicationScoped
public class ExportCheck {

    private final SegmentClient segments;
    private final SizeLimit size;
    private final ExportRepository exports;

    ExportCheck(SegmentClient segments, SizeLimit size, ExportRepository exports) {
        this.segments = segments;
        this.size = size;
        this.exports = exports;
    }

    /** Its segments exist, and all exports of the connection together are not too big (F4). */
    void audience(UUID connection, UUID export, List<UUID> segmentIds) {
        segments(segmentIds);
        size.require(connection, export, segmentIds);
    }

    /** All of them exist. */
    public void segments(List<UUID> segmentIds) {
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
    }

    /** @param connection null while the export is detached */
    public void matching(UUID connection, List<FieldMatch> dataMatching, String optOutField) {
        DataMatching.check(dataMatching, optOutField, segments.fields());
        audienceFields(connection, dataMatching);
    }

    /** A field that stands for a segment at the connection would be filled by two: the one would undo the other. */
    void audienceFields(UUID connection, List<FieldMatch> dataMatching) {
        Set<String> taken = connection == null ? Set.of() : exports.audienceFields(connection);
        List<FieldError> wrong = IntStream.range(0, dataMatching.size())
                .filter(i -> taken.contains(dataMatching.get(i).target().toLowerCase(Locale.ROOT)))
                .mapToObj(i -> new FieldError(
                        "/dataMatching/" + i + "/target",
                        "stands for a segment at this connection; choose another name"))
                .toList();
        if (!wrong.isEmpty()) {
            throw Problem.of(
                    ExportProblem.INVALID_DATA_MATCHING, "Correct the lines of the data matching under errors.", wrong);
        }
    }

    static List<UUID> distinct(List<UUID> ids) {
        return List.copyOf(new LinkedHashSet<>(ids));
    }
}
