package insights.export.definition;

import insights.common.id.Ids;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.export.ExportProblem;
import insights.export.matching.DataMatching;
import insights.export.segment.MemberClient;
import insights.export.segment.MemberQuery;
import insights.export.segment.SegmentClient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Exports: what is written down, and whether it makes sense. */
@ApplicationScoped
public class ExportService {

    private final ExportRepository exports;
    private final SegmentClient segments;
    private final MemberClient members;
    private final ExportAccess access;
    private final SizeLimit sizeLimit;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    ExportService(
            ExportRepository exports,
            SegmentClient segments,
            MemberClient members,
            ExportAccess access,
            SizeLimit sizeLimit,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.exports = exports;
        this.segments = segments;
        this.members = members;
        this.access = access;
        this.sizeLimit = sizeLimit;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    /** Writes an export down, after everything it names was looked up. It does not run it (F5). */
    public Export create(ExportRequest request) {
        access.requireConnection(request.connectionId());
        List<UUID> segmentIds = distinct(request.segmentIds());
        requireSegments(segmentIds);
        DataMatching.check(request.dataMatching(), segments.fields());
        sizeLimit.require(profilesOf(request.connectionId(), segmentIds));
        // Only now a transaction: it is not held while other services are asked.
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            ExportEntity export = new ExportEntity();
            export.id = ids.next();
            export.displayName = request.displayName().strip();
            export.connectionId = request.connectionId();
            export.segmentIds = segmentIds.toArray(UUID[]::new);
            export.dataMatching = request.dataMatching();
            export.createdAt = now;
            export.createdBy = caller.name();
            export.updatedAt = now;
            export.updatedBy = caller.name();
            exports.add(export);
            return export.toExport();
        });
    }

    /** The export; 404 when there is none. */
    @Transactional
    public Export get(UUID id) {
        return exports.find(id).map(ExportEntity::toExport).orElseThrow(() -> Problem.notFound("export", id));
    }

    /** At most one more than the limit, in order of creation. */
    @Transactional
    public List<Export> list(UUID after, String text, int limit) {
        return exports.list(after, text, limit + 1).stream().map(ExportEntity::toExport).toList();
    }

    /** Distinct profiles in all exports of a connection together (L1). */
    public long profilesOf(UUID connection) {
        return profilesOf(connection, List.of());
    }

    /** 422 when the exports of its connection have too many profiles together. */
    public void requireSize(Export export) {
        sizeLimit.require(profilesOf(export.connectionId()));
    }

    private long profilesOf(UUID connection, Collection<UUID> further) {
        Set<UUID> all = new HashSet<>(further);
        QuarkusTransaction.requiringNew()
                .run(() -> exports.ofConnection(connection).forEach(export -> all.addAll(List.of(export.segmentIds))));
        return members.count(new MemberQuery(all, List.of(), null));
    }

    private void requireSegments(List<UUID> segmentIds) {
        List<FieldError> unknown = new ArrayList<>();
        for (int i = 0; i < segmentIds.size(); i++) {
            if (segments.find(segmentIds.get(i)).isEmpty()) {
                unknown.add(new FieldError("/segmentIds/" + i, "there is no segment of this id"));
            }
        }
        if (!unknown.isEmpty()) {
            throw Problem.of(
                    ExportProblem.UNKNOWN_SEGMENT, "Choose segments that GET /segments of segment-service lists.", unknown);
        }
    }

    private static List<UUID> distinct(List<UUID> ids) {
        return List.copyOf(new LinkedHashSet<>(ids));
    }
}
