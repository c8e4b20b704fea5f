package insights.export.comparison;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * By what other exports of an account know contacts that one of them has no id of: the answers that they got are others, and an address
 * is one contact there, whoever asked for it.
 */
@ApplicationScoped
public class KnownElsewhere {

    private final Database database;

    KnownElsewhere(Database database) {
        this.database = database;
    }

    /** Ids of contacts, by the hash of their address. */
    public record Ids(Map<ByteBuffer, String> byAddress) {

        public Optional<String> of(byte[] address) {
            return Optional.ofNullable(byAddress.get(ByteBuffer.wrap(address)));
        }
    }

    /** What is known of these addresses by exports of the same connection. */
    public Ids ids(UUID export, Collection<byte[]> addresses) {
        if (addresses.isEmpty()) {
            return new Ids(Map.of());
        }
        Map<ByteBuffer, String> ids = new HashMap<>();
        Sql sql = Sql.of("""
                select l.address, l.contact_id from export mine
                join export e on e.ledger_connection_id = mine.ledger_connection_id and e.id <> mine.id
                cross join unnest(?) as a(address)
                cross join lateral (select * from ledger where export_id = e.id and address = a.address offset 0) l
                where mine.id = ? and l.contact_id is not null""", addresses.toArray(byte[][]::new), export);
        database.transaction(connection ->
                Database.list(connection, sql, row -> ids.put(ByteBuffer.wrap(row.getBytes(1)), row.getString(2))));
        return new Ids(ids);
    }
}
