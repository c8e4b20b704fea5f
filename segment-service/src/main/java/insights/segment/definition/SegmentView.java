package insights.segment.definition;

import insights.common.page.ListOrder;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.common.security.Roles;
import insights.common.sql.Database;
import insights.segment.exports.ExportCounting;
import insights.segment.exports.ExportCounts;
import insights.segment.exports.ExportedSegments;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Puts together what people see of segments. One question to export-service, however many segments, before the database is
 * asked: no connection waits for it.
 */
@ApplicationScoped
public class SegmentView {

    private final SegmentRepository segments;
    private final ExportCounting exports;
    private final DayZone zone;
    private final Database database;
    private final Caller caller;

    SegmentView(SegmentRepository segments, ExportCounting exports, DayZone zone, Database database, Caller caller) {
        this.segments = segments;
        this.exports = exports;
        this.zone = zone;
        this.database = database;
        this.caller = caller;
    }

    /** 404 when there is none. */
    public SegmentResponse get(UUID id) {
        ExportCounts counts = exports.count();
        return QuarkusTransaction.requiringNew().call(() -> {
            SegmentEntity segment = segments.findByIdOptional(id).orElseThrow(() -> Problem.notFound("segment", id));
            if (caller.is(Roles.EXPORT_SERVICE)) {
                noteExported(id);
            }
            ListedProfiles listed = segment.rule == null ? listed(id) : null;
            return responses(List.of(segment), listed, counts).getFirst();
        });
    }

    /** One more than the limit when there are more, as {@link insights.common.page.Page} needs it. */
    public List<SegmentResponse> list(SegmentQuery query, ListOrder sort, String after, int limit) {
        ExportCounts counts = exports.count();
        return QuarkusTransaction.requiringNew()
                .call(() -> responses(segments.page(query, sort, after, limit + 1), null, counts));
    }

    private void noteExported(UUID id) {
        database.transaction(connection -> {
            ExportedSegments.note(connection, List.of(id));
            return null;
        });
    }

    private ListedProfiles listed(UUID id) {
        return database.transaction(connection -> ListedProfiles.of(connection, id));
    }

    /** @param listed of the one static segment, if it is one; of many it would take long */
    private List<SegmentResponse> responses(List<SegmentEntity> entities, ListedProfiles listed, ExportCounts counts) {
        List<UUID> ids = entities.stream().map(segment -> segment.id).toList();
        return database.transaction(connection -> {
            Map<UUID, SegmentSize> sizes = SegmentSize.of(connection, ids);
            Map<UUID, SegmentFailure> failures = SegmentFailure.of(connection, ids);
            return entities.stream()
                    .map(entity -> response(entity, listed, sizes.get(entity.id), failures.get(entity.id), counts))
                    .toList();
        });
    }

    private SegmentResponse response(
            SegmentEntity entity,
            ListedProfiles listed,
            SegmentSize size,
            SegmentFailure failure,
            ExportCounts counts) {
        return new SegmentResponse(
                entity.id,
                entity.displayName,
                entity.rule == null ? SegmentKind.STATIC : SegmentKind.RULE,
                entity.rule,
                listed,
                entity.status,
                zone.of(entity.timeZone).getId(),
                entity.version,
                size == null ? null : size.size(),
                size == null ? null : size.refreshedAt(),
                size == null ? null : size.changedAt(),
                failure,
                counts.of(entity.id).orElse(null),
                SegmentPermission.of(caller),
                entity.createdAt,
                entity.createdBy,
                entity.updatedAt,
                entity.updatedBy);
    }
}
