package insights.export.ledger;

import static insights.common.sql.Database.update;

import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/**
 * Who is on which list by the doing of an export, or was found there: noted in the rows of the {@link Ledger}, by the same rules.
 * What is asked for is noted before ({@code joining}), what came of it after the answer.
 */
@ApplicationScoped
public class Memberships {

    /** Records that a membership is about to be asked for. */
    public void joining(Connection database, UUID export, Membership membership) throws SQLException {
        change(database, export, membership, "joining = array_append(array_remove(joining, ?), ?)");
    }

    /** Records that a membership was not asked for after all. */
    public void notAsked(Connection database, UUID export, byte[] address, UUID segment) throws SQLException {
        update(
                database,
                Sql.of(
                        "update ledger set joining = array_remove(joining, ?) where export_id = ? and address = ?",
                        segment,
                        export,
                        address));
    }

    /** Records that the export put contacts on the list of a segment. */
    public void joined(Connection database, UUID export, UUID segment, Collection<byte[]> addresses)
            throws SQLException {
        update(database, Sql.of("""
                update ledger set joining = array_remove(joining, ?), memberships = array_append(memberships, ?)
                where export_id = ? and address = any (?)""", segment, segment, export, addresses.toArray(byte[][]::new)));
    }

    /** Records that contacts were on the list of a segment already. */
    public void found(Connection database, UUID export, UUID segment, Collection<byte[]> addresses)
            throws SQLException {
        update(
                database,
                Sql.of(
                        "update ledger set found = array_append(found, ?) where export_id = ? and address = any (?)",
                        segment,
                        export,
                        addresses.toArray(byte[][]::new)));
    }

    /** Records that the export put a contact on a list. */
    public void joined(Connection database, UUID export, Membership membership) throws SQLException {
        change(
                database,
                export,
                membership,
                "joining = array_remove(joining, ?), memberships = array_append(memberships, ?)");
    }

    /** Records that a contact was on a list already: the export did not put it there and will not take it off. */
    public void found(Connection database, UUID export, Membership membership) throws SQLException {
        change(database, export, membership, "joining = array_remove(joining, ?), found = array_append(found, ?)");
    }

    /** Records that a contact is about to be taken off a list: until there is an answer it may be there or not. */
    public void leaving(Connection database, UUID export, Membership membership) throws SQLException {
        update(
                database,
                Sql.of(
                        """
                update ledger set memberships = array_remove(memberships, ?), joining = array_append(array_remove(joining, ?), ?)
                where export_id = ? and address = ?""",
                        membership.segment(),
                        membership.segment(),
                        membership.segment(),
                        export,
                        membership.address()));
    }

    /** Records that a contact is no longer on a list by the doing of the export. */
    public void left(Connection database, UUID export, Membership membership) throws SQLException {
        change(
                database,
                export,
                membership,
                "memberships = array_remove(memberships, ?), joining = array_remove(joining, ?)");
    }

    /** Records that the destination has a list no longer: nobody is on it. */
    public void listLost(Connection database, String list) throws SQLException {
        update(database, Sql.of("""
                update ledger l set memberships = array_remove(l.memberships, a.segment_id),
                       joining = array_remove(l.joining, a.segment_id), found = array_remove(l.found, a.segment_id)
                from audience_list a
                where a.list_id = ? and l.export_id = a.export_id
                  and a.segment_id = any (l.memberships || l.joining || l.found)""", list));
        update(database, Sql.of("delete from audience_list where list_id = ?", list));
    }

    /**
     * Leaves a contact to another export, or by another address, that wants it on the same list: from now on that one answers
     * for the membership. False when there is none. An export without connection wants nothing. A contact that no answer named is the
     * one of its address.
     */
    public boolean inherited(Connection database, UUID export, Membership membership, String list) throws SQLException {
        Sql contact = membership.contactId() == null
                ? Sql.of("o.address = ?", membership.address())
                : Sql.of("o.contact_id = ?", membership.contactId());
        return update(database, Sql.of("""
                                update ledger o set found = array_remove(o.found, a.segment_id),
                                       memberships = array_append(array_remove(o.memberships, a.segment_id), a.segment_id)
                                from audience_list a join export e on e.id = a.export_id
                                where a.list_id = ? and e.connection_id is not null and o.export_id = a.export_id
                                  and a.segment_id = any (o.memberships || o.found)
                                  and (o.export_id, o.address) <> (?, ?) and\s""", list, export, membership.address()).then(contact)) > 0;
    }

    /** The assignments name the segment twice. */
    private static void change(Connection database, UUID export, Membership membership, String assignments)
            throws SQLException {
        update(
                database,
                Sql.of("update ledger set ")
                        .then(assignments, membership.segment(), membership.segment())
                        .then(" where export_id = ? and address = ?", export, membership.address()));
    }
}
