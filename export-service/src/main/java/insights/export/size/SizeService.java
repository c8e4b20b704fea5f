package insights.export.size;

import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.HttpProblem;
import insights.common.problem.Problem;
import insights.export.ExportProblem;
import insights.export.connection.Connection;
import insights.export.connection.ConnectionClient;
import insights.export.definition.Export;
import insights.export.definition.ExportAccess;
import insights.export.definition.ExportService;
import insights.export.definition.SizeLimit;
import insights.export.segment.Segment;
import insights.export.segment.SegmentClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Tells how big exports are, also before they are saved (F4). */
@ApplicationScoped
class SizeService {

    private final ExportService exports;
    private final ExportAccess access;
    private final SizeLimit limit;
    private final SegmentClient segments;
    private final ConnectionClient connections;

    SizeService(
            ExportService exports,
            ExportAccess access,
            SizeLimit limit,
            SegmentClient segments,
            ConnectionClient connections) {
        this.exports = exports;
        this.access = access;
        this.limit = limit;
        this.segments = segments;
        this.connections = connections;
    }

    /** Of an export as it is. */
    Size of(UUID id) {
        Export export = exports.get(id);
        Connection connection = export.connectionId() == null
                ? null
                : connections.find(export.connectionId()).orElse(null);
        // A segment that is gone has no members; the export says so when it is run or edited.
        List<Segment> chosen = export.segmentIds().stream()
                .flatMap(segment -> segments.find(segment).stream())
                .toList();
        return size(chosen, connection, null);
    }

    /** Of a choice. */
    Size of(SizeRequest request) {
        Connection connection =
                request.connectionId() == null ? null : access.requireConnection(request.connectionId());
        List<Segment> chosen = new ArrayList<>();
        List<FieldError> unknown = new ArrayList<>();
        List<UUID> ids = request.segmentIds();
        for (int i = 0; i < ids.size(); i++) {
            String pointer = "/segmentIds/" + i;
            segments.find(ids.get(i))
                    .ifPresentOrElse(
                            chosen::add, () -> unknown.add(new FieldError(pointer, "there is no segment of this id")));
        }
        if (!unknown.isEmpty()) {
            throw Problem.of(
                    ExportProblem.UNKNOWN_SEGMENT,
                    "Choose segments that GET /segments of segment-service lists.",
                    unknown);
        }
        return size(chosen, connection, request.exportId());
    }

    private Size size(List<Segment> chosen, Connection connection, UUID except) {
        Set<UUID> ids = new HashSet<>(chosen.stream().map(Segment::id).toList());
        Long profiles = count(ids, ids);
        Long all = null;
        if (connection != null) {
            Set<UUID> together = new HashSet<>(limit.segments(connection.id(), except));
            together.addAll(ids);
            all = together.equals(ids) ? profiles : count(ids, together);
        }
        Long counted = all == null ? profiles : all;
        return new Size(
                profiles,
                all,
                limit.maxProfiles(),
                counted != null && counted > limit.maxProfiles(),
                connection == null ? null : connection.maxContacts(),
                counted != null
                        && connection != null
                        && connection.maxContacts() != null
                        && counted > connection.maxContacts(),
                chosen);
    }

    /** Null when it is not known: a segment has no members before its first refresh. */
    private Long count(Collection<UUID> chosen, Set<UUID> together) {
        try {
            return limit.together(chosen, together);
        } catch (HttpProblem problem) {
            if (problem.getType().equals(CommonProblem.UNAVAILABLE.uri())) {
                throw problem;
            }
            return null;
        }
    }
}
