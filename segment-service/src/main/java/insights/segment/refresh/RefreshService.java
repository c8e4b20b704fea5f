package insights.segment.refresh;

import insights.common.audit.AuditLog;
import insights.common.audit.Changes;
import insights.common.id.Ids;
import insights.common.page.TimeOrder;
import insights.common.problem.Problem;
import insights.common.security.Person;
import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.segment.audit.SegmentAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Asks for refreshes and shows how they went. */
@ApplicationScoped
public class RefreshService {

    private final RefreshRepository refreshes;
    private final AuditLog audit;
    private final Database database;
    private final Ids ids;

    public RefreshService(RefreshRepository refreshes, AuditLog audit, Database database, Ids ids) {
        this.refreshes = refreshes;
        this.audit = audit;
        this.database = database;
        this.ids = ids;
    }

    /**
     * Puts a refresh in the queue, asked for by the caller.
     *
     * @param key of the request; asked again with the same key, the same refresh is the answer. May be null.
     */
    @Transactional
    public RefreshResponse start(Person caller, String key) {
        return same(caller, key).orElseGet(() -> {
            RefreshResponse refresh = create(caller, key);
            audit.record(SegmentAction.REFRESH_STARTED, refresh.id(), null, Changes.none());
            return refresh;
        });
    }

    /** The same, asked for by the schedule. @param due which stands for the refresh: it is started once */
    @Transactional
    public RefreshResponse startScheduled(Instant due) {
        String key = due.toString();
        return same(null, key).orElseGet(() -> create(null, key));
    }

    private Optional<RefreshResponse> same(Person requestedBy, String key) {
        if (key == null) {
            return Optional.empty();
        }
        // Of two requests at once the later one waits here, and finds the refresh of the other.
        database.transaction(connection -> {
            JobLock.take(connection, "refresh key " + (requestedBy == null ? "" : requestedBy.subject()) + " " + key);
            return null;
        });
        return refreshes.findByKey(requestedBy, key).map(this::response);
    }

    @Transactional
    public RefreshResponse get(UUID id) {
        RefreshEntity refresh = refreshes.findByIdOptional(id).orElseThrow(() -> Problem.notFound("refresh", id));
        return response(refresh);
    }

    /** One more than the limit when there are more. */
    @Transactional
    public List<RefreshResponse> list(RefreshQuery query, TimeOrder sort, UUID after, int limit) {
        List<RefreshEntity> page = refreshes.page(query, sort, after, limit + 1);
        Map<UUID, RefreshResult> found = results(page);
        return page.stream()
                .map(refresh -> RefreshResponse.from(refresh, found.get(refresh.id)))
                .toList();
    }

    private RefreshResponse create(Person requestedBy, String key) {
        RefreshEntity refresh = new RefreshEntity();
        refresh.id = ids.next();
        refresh.status = RefreshStatus.RUNNING;
        refresh.requestedAt = database.transaction(Database::now);
        refresh.trigger = requestedBy == null ? RefreshTrigger.SCHEDULED : RefreshTrigger.ON_DEMAND;
        refresh.requestedBy = requestedBy;
        refresh.idempotencyKey = key;
        refreshes.persistAndFlush(refresh);
        return response(refresh);
    }

    private RefreshResponse response(RefreshEntity refresh) {
        return RefreshResponse.from(refresh, results(List.of(refresh)).get(refresh.id));
    }

    private Map<UUID, RefreshResult> results(List<RefreshEntity> entities) {
        return database.transaction(connection -> RefreshResult.of(
                connection, entities.stream().map(refresh -> refresh.id).toList()));
    }
}
