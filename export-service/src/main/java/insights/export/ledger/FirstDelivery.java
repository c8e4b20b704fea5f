package insights.export.ledger;

import insights.common.sql.BinaryCopy;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/**
 * What an export delivers while its ledger knows nobody: then nothing has to be looked up there for anybody, and what is recorded
 * has nothing to be brought together with. It is when most is delivered.
 */
public final class FirstDelivery {

    private static final String COLUMNS =
            "ledger (export_id, profile_id, contact_id, address, opt_out_key, fingerprint, flags, filled)";

    private FirstDelivery() {}

    /** Whether nobody is known to the ledger of the export. Asked in the order of its key, or PostgreSQL reads those of all exports. */
    public static boolean isOf(Connection connection, UUID export) throws SQLException {
        Sql any = Sql.of("select from ledger where export_id = ? order by address limit 1", export);
        return Database.first(connection, any, row -> true).isEmpty();
    }

    /**
     * Records accepted contacts, as {@link Ledger#delivered} does, in the caller's transaction.
     *
     * @throws SQLException when one of them is known after all
     */
    public static void record(Connection connection, UUID export, Collection<Delivered> contacts) throws SQLException {
        BinaryCopy copy = new BinaryCopy(connection, COLUMNS, 8);
        try {
            for (Delivered contact : contacts) {
                copy.row()
                        .uuid(export)
                        .text(contact.profileId())
                        .text(contact.contactId())
                        .bytes(contact.address())
                        .text(contact.optOutKey())
                        .bytes(contact.fingerprint())
                        .uuids(contact.flags())
                        .texts(contact.filled().stream()
                                .map(field -> field.getBytes(StandardCharsets.UTF_8))
                                .toList());
            }
            copy.end();
        } finally {
            copy.cancel();
        }
    }
}
