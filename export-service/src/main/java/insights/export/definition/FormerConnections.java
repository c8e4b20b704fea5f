package insights.export.definition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * What exports delivered to connections that they left (D3, D4). It is kept as an export of its own that nobody sees, has no
 * connection and sends nobody: opt-outs and erasures still reach that account, and an export that is attached there again goes on
 * from it.
 */
@ApplicationScoped
public class FormerConnections {

    private static final List<String> DELIVERED =
            List.of("ledger", "audience_list", "audience_flag", "audience_peak", "audience_gone");

    private final Session database;

    FormerConnections(Session database) {
        this.database = database;
    }

    /**
     * What an export delivered to a connection that it left.
     *
     * @param id under which it is kept
     * @param export the one that left
     */
    record Former(UUID id, UUID export) {}

    /**
     * Lets nobody note an erasure until the end of the transaction: who is erased meanwhile would be looked for where the ledger
     * is no more.
     */
    void holdErasures() {
        database.createNativeMutationQuery("lock table erasure in share row exclusive mode")
                .executeUpdate();
    }

    /** Puts aside what an export delivered to the connection that its ledger is about; it begins anew. */
    void leave(UUID export, Instant now) {
        if (isAnythingDelivered(export)) {
            move(export, keep(export, now));
        }
        DELIVERED.forEach(table -> update("delete from " + table + " where export_id = :id", export));
    }

    /** Brings back what the export delivered to a connection before it left, with whom is still to be erased there. */
    void comeBack(UUID export, UUID connection) {
        row(export, connection).map(row -> row.id).ifPresent(former -> {
            move(former, export);
            database.createNativeMutationQuery("update erasure set export_id = :to where export_id = :from")
                    .setParameter("to", export)
                    .setParameter("from", former)
                    .executeUpdate();
            forget(former);
        });
    }

    /** What the export delivered to a connection that it left, as if it were an export without connection. */
    @Transactional
    public Optional<Export> find(UUID export, UUID connection) {
        return row(export, connection).map(ExportEntity::toExport);
    }

    /** All that was delivered to a connection by exports that left it. */
    List<Former> at(UUID connection) {
        return database.createNativeQuery(
                        "select id, former_of from export where former_of is not null and ledger_connection_id = :connection order by id",
                        Object[].class)
                .setParameter("connection", connection)
                .getResultStream()
                .map(row -> new Former((UUID) row[0], (UUID) row[1]))
                .toList();
    }

    /** Forgets it: nothing leads to that account any more, or its export has it back. */
    void forget(UUID former) {
        update("delete from export where id = :id and former_of is not null", former);
    }

    /** Forgets what stood for segments there, and whom exports put there: nothing leads to that account any more. */
    void forgetAccount(UUID connection) {
        update("delete from former_flag where connection_id = :id", connection);
        update("delete from former_contact where connection_id = :id", connection);
    }

    private Optional<ExportEntity> row(UUID export, UUID connection) {
        return database.createNativeQuery(
                        "select {export.*} from export where former_of = :export and ledger_connection_id = :connection",
                        ExportEntity.class,
                        "export")
                .setParameter("export", export)
                .setParameter("connection", connection)
                .getResultStream()
                .findFirst();
    }

    private boolean isAnythingDelivered(UUID export) {
        return database.createNativeQuery("""
                        select exists (select from ledger where export_id = :id)
                            or exists (select from audience_list where export_id = :id)
                            or exists (select from audience_flag where export_id = :id)""", Boolean.class)
                .setParameter("id", export)
                .getSingleResult();
    }

    private UUID keep(UUID export, Instant now) {
        return database.createNativeQuery("""
                        insert into export (id, display_name, ledger_connection_id, segment_ids, data_matching, opt_out_field,
                                            audience_mode, notify_hooks, clear_emptied, schedule, version, created_at, created_by,
                                            created_by_subject, updated_at, updated_by, updated_by_subject, former_of, left_at)
                        select uuidv7(), display_name, ledger_connection_id, segment_ids, data_matching, opt_out_field,
                               audience_mode, notify_hooks, clear_emptied, schedule, version, created_at, created_by,
                               created_by_subject, updated_at, updated_by, updated_by_subject, id, :now
                        from export where id = :id returning id""", UUID.class)
                .setParameter("id", export)
                .setParameter("now", now)
                .getSingleResult();
    }

    private void move(UUID from, UUID to) {
        for (String table : DELIVERED) {
            database.createNativeMutationQuery("update " + table + " set export_id = :to where export_id = :from")
                    .setParameter("to", to)
                    .setParameter("from", from)
                    .executeUpdate();
        }
    }

    private void update(String sql, UUID id) {
        database.createNativeMutationQuery(sql).setParameter("id", id).executeUpdate();
    }
}
