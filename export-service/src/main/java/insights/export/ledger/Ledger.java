package insights.export.ledger;

import insights.export.matching.RejectionReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/**
 * What Autopilot has accepted from an export. Its rows are the checkpoint of a run: each changes only after Autopilot's
 * answer, in the caller's transaction, which also moves the counters of the run.
 */
@ApplicationScoped
public class Ledger {

    /** Records accepted contacts. Memberships of a profile stay what they were. */
    public void delivered(Connection database, UUID export, Collection<Delivered> contacts) throws SQLException {
        String sql = """
                insert into ledger (export_id, profile_id, contact_id, address, fingerprint) values (?, ?, ?, ?, ?)
                on conflict (export_id, profile_id) do update
                set contact_id = excluded.contact_id, address = excluded.address, fingerprint = excluded.fingerprint,
                    rejection = null, rejected_fingerprint = null""";
        try (PreparedStatement insert = database.prepareStatement(sql)) {
            for (Delivered contact : contacts) {
                insert.setObject(1, export);
                insert.setString(2, contact.profileId());
                insert.setString(3, contact.contactId());
                insert.setBytes(4, contact.address());
                insert.setBytes(5, contact.fingerprint());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Records that Autopilot refused a contact as it is now: it is sent again only when it has changed. */
    public void rejected(Connection database, UUID export, String profile, RejectionReason reason, byte[] fingerprint)
            throws SQLException {
        String sql = """
                insert into ledger (export_id, profile_id, rejection, rejected_fingerprint) values (?, ?, ?, ?)
                on conflict (export_id, profile_id) do update
                set rejection = excluded.rejection, rejected_fingerprint = excluded.rejected_fingerprint""";
        try (PreparedStatement insert = database.prepareStatement(sql)) {
            insert.setObject(1, export);
            insert.setString(2, profile);
            insert.setString(3, reason.name());
            insert.setBytes(4, fingerprint);
            insert.executeUpdate();
        }
    }

    /**
     * Records that a membership is about to be asked for. If this process dies before the answer, the next one knows
     * that the membership it finds may be of its own making.
     */
    public void joining(Connection database, UUID export, Membership membership) throws SQLException {
        change(
                database,
                export,
                membership,
                "update ledger set joining = array_append(array_remove(joining, ?), ?) where export_id = ? and profile_id = ?");
    }

    /** Records that the export put a contact on a list. */
    public void joined(Connection database, UUID export, Membership membership) throws SQLException {
        move(database, export, membership, "memberships");
    }

    /** Records that a contact was on a list already: the export did not put it there and will not take it off. */
    public void found(Connection database, UUID export, Membership membership) throws SQLException {
        move(database, export, membership, "found");
    }

    /** Records that a contact is no longer on a list by the doing of the export. */
    public void left(Connection database, UUID export, Membership membership) throws SQLException {
        change(database, export, membership, """
                update ledger set memberships = array_remove(memberships, ?), joining = array_remove(joining, ?)
                where export_id = ? and profile_id = ?""");
    }

    /**
     * Leaves a contact to another export that wants it on the same list: from now on that one answers for the membership.
     * False when there is none.
     */
    public boolean inherited(Connection database, UUID export, String list, String contact) throws SQLException {
        String sql = """
                update ledger o set found = array_remove(o.found, a.segment_id),
                       memberships = array_append(array_remove(o.memberships, a.segment_id), a.segment_id)
                from autopilot_list a
                where a.list_id = ? and a.export_id <> ? and o.export_id = a.export_id and o.contact_id = ?
                  and a.segment_id = any (o.memberships || o.found)""";
        try (PreparedStatement update = database.prepareStatement(sql)) {
            update.setString(1, list);
            update.setObject(2, export);
            update.setString(3, contact);
            return update.executeUpdate() > 0;
        }
    }

    private static void move(Connection database, UUID export, Membership membership, String column)
            throws SQLException {
        change(
                database,
                export,
                membership,
                "update ledger set joining = array_remove(joining, ?), " + column + " = array_append(" + column
                        + ", ?) where export_id = ? and profile_id = ?");
    }

    private static void change(Connection database, UUID export, Membership membership, String sql)
            throws SQLException {
        try (PreparedStatement update = database.prepareStatement(sql)) {
            update.setObject(1, membership.segment());
            update.setObject(2, membership.segment());
            update.setObject(3, export);
            update.setString(4, membership.profileId());
            update.executeUpdate();
        }
    }
}
