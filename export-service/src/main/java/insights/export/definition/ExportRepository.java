package insights.export.definition;

import insights.common.page.ListOrder;
import insights.export.schedule.ScheduleKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** Exports in the database. */
@ApplicationScoped
class ExportRepository {

    private final EntityManager database;

    ExportRepository(EntityManager database) {
        this.database = database;
    }

    void add(ExportEntity export) {
        database.persist(export);
        database.flush();
    }

    Optional<ExportEntity> find(UUID id) {
        return Optional.ofNullable(database.find(ExportEntity.class, id));
    }

    /** Whether another export than this one has the name, whatever the case. @param export null for a new one */
    @Transactional
    boolean isNameTaken(String displayName, UUID export) {
        TypedQuery<Integer> query = database.createQuery(
                        "select 1 from ExportEntity e where lower(e.displayName) = lower(:name)"
                                + (export == null ? "" : " and e.id <> :id"),
                        Integer.class)
                .setParameter("name", displayName)
                .setMaxResults(1);
        if (export != null) {
            query.setParameter("id", export);
        }
        return !query.getResultList().isEmpty();
    }

    /** @param after the cursor of the page before; null for the first */
    List<ExportEntity> list(ExportFilter wanted, ListOrder order, String after, int limit) {
        Map<String, Object> key = order.after(after);
        String later = key.isEmpty() ? "" : " and " + order.later();
        TypedQuery<ExportEntity> query = database.createQuery(
                        "from ExportEntity e where " + wanted.condition() + later + order.orderBy(), ExportEntity.class)
                .setMaxResults(limit);
        wanted.values().forEach(query::setParameter);
        key.forEach(query::setParameter);
        return query.getResultList();
    }

    List<ExportEntity> ofConnection(UUID connection) {
        return database.createQuery(
                        "from ExportEntity e where e.connectionId = :connection order by e.id", ExportEntity.class)
                .setParameter("connection", connection)
                .getResultList();
    }

    List<ExportEntity> ofConnections(Collection<UUID> connections) {
        return database.createQuery("from ExportEntity e where e.connectionId in :connections", ExportEntity.class)
                .setParameter("connections", connections)
                .getResultList();
    }

    /** Those that have a connection and a schedule. */
    List<ExportEntity> active() {
        return database.createQuery(
                        "from ExportEntity e where e.connectionId is not null and not e.removing order by e.id",
                        ExportEntity.class)
                .getResultStream()
                .filter(export -> export.schedule.kind() != ScheduleKind.OFF)
                .toList();
    }

    /** Those that send a segment. */
    List<ExportEntity> ofSegment(UUID segment) {
        return database.createQuery(
                        "from ExportEntity e where array_contains(e.segmentIds, :segment)", ExportEntity.class)
                .setParameter("segment", segment)
                .getResultList();
    }

    /** The row, held until the end of the transaction. */
    Optional<ExportEntity> lock(UUID id) {
        return Optional.ofNullable(database.find(ExportEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    void flush() {
        database.flush();
    }

    void remove(ExportEntity export) {
        database.remove(export);
    }

    /** Whether profiles were erased that the export has not yet taken out of the destination. */
    boolean hasErasures(UUID id) {
        return database.unwrap(Session.class)
                .createNativeQuery("select exists (select from erasure where export_id = :id)", Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** The same at connections that it left. */
    boolean hasErasuresElsewhere(UUID id) {
        return database.unwrap(Session.class)
                .createNativeQuery(
                        "select exists (select from erasure p join export e on e.id = p.export_id where e.former_of = :id)",
                        Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** Whether a run sends people right now, of whom some may have been erased since it read them. */
    boolean isSending(UUID id) {
        return database.unwrap(Session.class)
                .createNativeQuery("""
                        select exists (select from run where export_id = :id and purpose = 'DELIVER'
                                       and status in ('PROCESSING', 'FAILED_RETRYING'))""", Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** Flags, in lower case, that stand for segments of exports of a connection. */
    @Transactional
    Set<String> flags(UUID connection) {
        return Set.copyOf(database.unwrap(Session.class)
                .createNativeQuery("""
                        select distinct lower(f.flag) from audience_flag f join export e on e.id = f.export_id
                        where e.ledger_connection_id = :connection""", String.class)
                .setParameter("connection", connection)
                .getResultList());
    }
}
