package insights.export.guard;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.desired.Contacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * People whom opt-outs and erasures took out of audiences. They are no matter of guards, so they must not end the guarding
 * either: an audience that only they brought below the size that is guarded is counted as if they were still there.
 */
public final class AudienceGone {

    /** Stands for the audience of all segments together. */
    static final UUID ALL = new UUID(0, 0);

    private AudienceGone() {}

    /**
     * Counts a contact that is about to leave the list of one segment, if that is for an opt-out or an erasure. Whoever is on its
     * way from list to field is counted with the last of the two.
     */
    public static void leaves(Connection connection, UUID run, UUID export, byte[] address, UUID segment)
            throws SQLException {
        count(connection, run, export, List.of(address), Sql.of("s.id = ? and not s.id = any (l.flags)", segment));
    }

    /** The same for contacts whose fields are about to be known as not set any more. */
    public static void cleared(Connection connection, UUID run, UUID export, Collection<byte[]> addresses)
            throws SQLException {
        count(connection, run, export, addresses, Sql.of("s.id = any (l.flags) and not s.id = any (l.memberships)"));
    }

    /** The same for a contact that is about to be forgotten. */
    public static void forgotten(Connection connection, UUID run, UUID export, byte[] address) throws SQLException {
        count(connection, run, export, List.of(address), Sql.of("true"));
    }

    /** Begins anew where an audience is big enough by itself, at the end of a run; and forgets segments that are not chosen. */
    static void settle(Connection connection, UUID export, long guarded) throws SQLException {
        Database.update(connection, Sql.of("""
                delete from audience_gone g using export e
                where g.export_id = ? and e.id = g.export_id
                  and (not g.segment_id = any (e.segment_ids || ?)
                       or (select count(*) from ledger l where l.export_id = g.export_id
                             and case when g.segment_id = ? then cardinality(l.memberships || l.flags) > 0
                                 else g.segment_id = any (l.memberships || l.flags) end) >= ?)""", export, ALL, ALL, guarded));
    }

    /** How many they are, as a column of a query that knows the export {@code e} and the segment. */
    static Sql of(Sql segment) {
        return Sql.of("coalesce((select g.people from audience_gone g where g.export_id = e.id and g.segment_id = ")
                .then(segment)
                .then("), 0)");
    }

    private static void count(Connection connection, UUID run, UUID export, Collection<byte[]> addresses, Sql isLeft)
            throws SQLException {
        Sql sql = Sql.of("""
                        insert into audience_gone (export_id, segment_id, people)
                        select ?::uuid, segment_id, count(*) from (
                          select distinct l.address, s.id as segment_id
                          from ledger l cross join unnest(l.memberships || l.flags) as s(id)
                          where\s""", export)
                .then(isLeft)
                .then(" and ")
                .then(isMeant(run, export, addresses))
                .then(
                        " union all select l.address, ?::uuid from ledger l where not exists (select from unnest(l.memberships || l.flags) as s(id) where not (",
                        ALL)
                .then(isLeft)
                .then(")) and cardinality(l.memberships || l.flags) > 0 and ")
                .then(isMeant(run, export, addresses))
                .then("""
                        ) gone group by segment_id
                        on conflict (export_id, segment_id) do update set people = audience_gone.people + excluded.people""");
        Database.update(connection, sql);
    }

    private static Sql isMeant(UUID run, UUID export, Collection<byte[]> addresses) {
        return Sql.of("l.export_id = ? and l.address = any (?) and (", export, addresses.toArray(byte[][]::new))
                .then(Contacts.optedOut(run))
                .then("""
                        \sor exists (select from erasure p
                                     where p.export_id = l.export_id and p.profile_id = l.profile_id))""");
    }
}
