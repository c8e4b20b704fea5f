package insights.export.ledger;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Who else has the contact of a profile that was erased: other people, and other exports of the same account. */
@ApplicationScoped
public class SharedContacts {

    private static final int MOST = 1_000;

    private final Database database;

    SharedContacts(Database database) {
        this.database = database;
    }

    /** Whether a contact is somebody's who was not erased, or another export has it. */
    public boolean isShared(String contactId, String profile) {
        Sql sql = Sql.of("select from ledger where contact_id = ? and profile_id <> ?", contactId, profile);
        return database.transaction(connection -> Database.first(connection, sql, row -> true))
                .isPresent();
    }

    /**
     * Profiles that were passed over for one that spoke for their address, when the exports of the account were last delivered. They
     * may have another address by now.
     */
    public List<String> passedOver(UUID export, String profile) {
        Sql sql = Sql.of("""
                select distinct j.profile_id from rejection j join run r on r.id = j.run_id join export e on e.id = r.export_id
                where j.other_profile_id = ? and j.reason = 'DUPLICATE_EMAIL'
                  and e.ledger_connection_id = (select ledger_connection_id from export where id = ?)
                order by 1 limit ?""", profile, export, MOST);
        return database.transaction(connection -> Database.list(connection, sql, row -> row.getString(1)));
    }

    /**
     * What an export of the same account knows of a contact, too.
     *
     * @param address keyed hash of its e-mail
     */
    public record Other(UUID export, byte[] address) {}

    /** The other exports of the account that are to take out the same contact for the same profile. */
    public List<Other> others(Connection connection, UUID export, String profile, String contactId)
            throws SQLException {
        return Database.list(
                connection,
                Sql.of("""
                select l.export_id, l.address from ledger l join erasure p on p.export_id = l.export_id and p.profile_id = l.profile_id
                join export e on e.id = l.export_id
                where l.contact_id = ? and l.profile_id = ? and l.export_id <> ?
                  and e.ledger_connection_id = (select ledger_connection_id from export where id = ?)
                order by l.export_id""", contactId, profile, export, export),
                row -> new Other(row.getObject(1, UUID.class), row.getBytes(2)));
    }

    /** Forgets a contact that is gone from the destination. */
    public void forget(Connection connection, UUID export, byte[] address) throws SQLException {
        Database.update(connection, Sql.of("delete from ledger where export_id = ? and address = ?", export, address));
    }

    /** Whether the export knows of a contact of that address still. */
    public boolean isKnown(UUID export, byte[] address) {
        Sql sql = Sql.of("select from ledger where export_id = ? and address = ?", export, address);
        return database.transaction(connection -> Database.first(connection, sql, row -> true))
                .isPresent();
    }
}
