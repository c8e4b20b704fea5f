package insights.export.guard;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.comparison.Comparison;
import insights.export.connection.Connection;
import insights.export.run.StopReason;
import insights.export.run.StopRunException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;

/**
 * The customer's contract with the destination may allow fewer contacts than this product does (L3). A run that would make more
 * of them stops before it sends anything; the destination would refuse some of them, and nobody could say which.
 */
@ApplicationScoped
class ContactLimit {

    private final Database database;

    ContactLimit(Database database) {
        this.database = database;
    }

    void require(UUID run, UUID export, Connection connection, Comparison comparison) {
        Long limit = connection.maxContacts();
        if (limit == null || comparison.creates() == 0) {
            return;
        }
        long contacts = contacts(run, export, connection.id());
        if (contacts > limit) {
            throw new StopRunException(
                    StopReason.CONTACT_LIMIT,
                    String.format(
                            Locale.ROOT,
                            "With this run the exports of the connection would have %,d contacts at the destination; the contract"
                                    + " allows %,d. Choose smaller segments, or have an administrator raise the limit of"
                                    + " the connection when the contract was extended.",
                            contacts,
                            limit));
        }
    }

    /** Distinct contacts of all exports of the connection, once this run is through. */
    private long contacts(UUID run, UUID export, UUID connection) {
        Sql sql = Sql.of("""
                select count(*) from (
                  select address from desired where run_id = ? and reason is null
                  union
                  select l.address from ledger l join export e on e.id = l.export_id
                  where e.ledger_connection_id = ? and l.export_id <> ? and l.contact_id is not null) contacts""", run, connection, export);
        return database.transaction(
                joined -> Database.first(joined, sql, row -> row.getLong(1)).orElseThrow());
    }
}
