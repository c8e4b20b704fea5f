package insights.export.delivery;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.ledger.Membership;
import insights.export.matching.RejectionReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is left to do: the desired state of a run against the ledger of its export. Nothing of it is stored. All reading
 * goes forward in the order of profile ids, a piece at a time, so that whatever cannot be done now is passed by. Where two
 * tables are joined, each is told where the piece begins: PostgreSQL does not conclude it, and would read the ledger from
 * its beginning for every piece.
 */
@ApplicationScoped
class WorkRepository {

    private static final UUID FIRST = new UUID(0, 0);

    private final Database database;
    private final DeliveryConfig config;

    WorkRepository(Database database, DeliveryConfig config) {
        this.database = database;
        this.config = config;
    }

    /** A contact at which fields are set that it should not have any more. */
    record Flagged(String profileId, String contactId, byte[] address, List<UUID> segments) {}

    /** A contact to create or update, its segments, and those whose field it has and should not have. */
    record Wanted(String profileId, byte[] address, List<UUID> segments, List<UUID> unset) {}

    /** Counts the work before any of it is done. Joins of contacts yet to be created are counted too. */
    Comparison compare(UUID run, UUID export, boolean byList) {
        return database.transaction(connection -> {
            long[] found = longs(connection, 6, Sql.of("""
                    select count(*), count(*) filter (where d.reason is null),
                           count(*) filter (where d.reason is null and l.contact_id is null),
                           count(*) filter (where d.reason is null and l.contact_id is not null and %s),
                           coalesce(sum(cardinality(d.segment_ids)) filter (where d.reason is null), 0),
                           coalesce(sum((select count(*) from unnest(d.segment_ids) s
                                         where s = any (l.memberships || l.found)))
                                    filter (where d.reason is null and d.address = l.address), 0)
                    from desired d left join ledger l on l.export_id = ? and l.profile_id = d.profile_id
                    where d.run_id = ?""".formatted(CHANGED), export, run));
            long leaves = longs(connection, 1, Sql.of("select count(*) ").then(leaves(run, export, byList)))[0];
            long[] delivered = longs(
                    connection,
                    3,
                    Sql.of("select count(*) filter (where cardinality(l.memberships || l.flags) > 0),")
                            .then(" count(*) filter (where cardinality(l.memberships || l.flags) > 0 and not ")
                            .then(wanted(run))
                            .then("), count(*) filter (where cardinality(l.flags || l.flagging) > 0 and not ")
                            .then(wanted(run))
                            .then(") from ledger l where l.export_id = ?", export));
            return new Comparison(
                    found[0],
                    found[1],
                    found[0] - found[1],
                    found[2],
                    found[3],
                    byList ? found[4] - found[5] : 0,
                    leaves,
                    delivered[2],
                    delivered[0],
                    delivered[1],
                    mostShrunk(connection, run, export));
        });
    }

    /** Among the segments that are still chosen. */
    private Comparison.Audience mostShrunk(Connection connection, UUID run, UUID export) throws SQLException {
        Sql sql = Sql.of("""
                select delivered, removals from (
                  select count(*) as delivered, count(*) filter (where not coalesce(
                           d.address = l.address and s.id = any (d.segment_ids) and %s, false)) as removals
                  from export e cross join unnest(e.segment_ids) as s(id)
                  join ledger l on l.export_id = e.id and s.id = any (l.memberships || l.flags)
                  left join desired d on d.run_id = ? and d.profile_id = l.profile_id
                  where e.id = ? group by s.id) audience
                where delivered >= ? order by removals::float8 / delivered desc limit 1""".formatted(STAYS), run, export, config.guardedAudience());
        return Database.first(connection, sql, row -> new Comparison.Audience(row.getLong(1), row.getLong(2)))
                .orElse(new Comparison.Audience(0, 0));
    }

    /** How many profiles cannot be exported, by reason. */
    Map<RejectionReason, Long> rejected(UUID run) {
        Map<RejectionReason, Long> rejected = new EnumMap<>(RejectionReason.class);
        database.transaction(connection -> Database.list(
                connection,
                Sql.of("select reason, count(*) from desired where run_id = ? and reason is not null group by 1", run),
                row -> rejected.put(RejectionReason.valueOf(row.getString(1)), row.getLong(2))));
        return rejected;
    }

    /** How many memberships end by a request: those that no other export wants. */
    long ownLeaves(UUID run, UUID export, boolean byList) {
        Sql sql = Sql.of("select count(*) ")
                .then(leaves(run, export, byList))
                .then("""
                \sand exists (select from autopilot_list ours
                              where ours.export_id = l.export_id and ours.segment_id = m.segment_id)
                 and not exists (
                   select from autopilot_list ours
                   join autopilot_list other on other.list_id = ours.list_id
                   join export e on e.id = other.export_id and e.connection_id is not null
                   join export mine on mine.id = ours.export_id
                   join ledger o on o.export_id = other.export_id and (o.export_id, o.profile_id) <> (l.export_id, l.profile_id)
                                and other.segment_id = any (o.memberships || o.found)
                   left join desired d on d.run_id = ? and d.profile_id = l.profile_id
                   where ours.export_id = l.export_id and ours.segment_id = m.segment_id
                     and o.contact_id = l.contact_id
                     and not coalesce(o.profile_id = l.profile_id and other.segment_id = m.segment_id and %s, false))""".formatted(SharedAudience.WANTED_BY_NONE), run);
        return database.transaction(connection -> longs(connection, 1, sql)[0]);
    }

    /** For how many segments no list is known yet. */
    long listsToMake(UUID run, UUID export) {
        Sql sql = Sql.of("""
                select count(distinct s.id) from desired d cross join unnest(d.segment_ids) as s(id)
                where d.run_id = ? and d.reason is null and not exists (
                  select from autopilot_list a join export e on e.id = a.export_id
                  where a.segment_id = s.id
                    and e.ledger_connection_id = (select ledger_connection_id from export where id = ?))""", run, export);
        return database.transaction(connection -> longs(connection, 1, sql)[0]);
    }

    /** Memberships that the export made, or may have made, and that are no longer wanted. */
    List<Membership> leaves(UUID run, UUID export, boolean byList, Membership after, int limit) {
        return memberships(
                Sql.of("select l.profile_id, l.contact_id, m.segment_id, false ")
                        .then(leaves(run, export, byList)),
                after,
                limit);
    }

    /** Memberships that are wanted and not there. */
    List<Membership> joins(UUID run, UUID export, Membership after, int limit) {
        Sql joins = Sql.of("""
                select l.profile_id, l.contact_id, m.segment_id, m.segment_id = any (l.joining)
                from desired d join ledger l on l.export_id = ? and l.profile_id = d.profile_id
                cross join unnest(d.segment_ids) as m(segment_id)
                where d.run_id = ? and d.profile_id >= ? and d.reason is null
                  and l.contact_id is not null and l.address = d.address
                  and not m.segment_id = any (l.memberships || l.found)""", export, run, begin(after));
        return memberships(joins, after, limit);
    }

    /** Contacts that are not wanted and at which fields are set that no other export sets too. */
    List<Flagged> flagged(UUID run, UUID export, String after, int limit) {
        Sql sql = Sql.of("select l.profile_id, l.contact_id, l.address, ")
                .then(ownFlags(run))
                .then(
                        " from ledger l where l.export_id = ? and cardinality(l.flags || l.flagging) > 0 and not ",
                        export)
                .then(wanted(run))
                .then(" and l.profile_id > ? order by l.profile_id limit ?", after, limit);
        return database.transaction(connection -> Database.list(
                connection,
                sql,
                row -> new Flagged(row.getString(1), row.getString(2), row.getBytes(3), uuids(row.getArray(4)))));
    }

    /** The next profiles whose contact is not at Autopilot as it should be. */
    List<Wanted> toUpsert(UUID run, UUID export, boolean byList, String after, int limit) {
        Sql sql = Sql.of("select d.profile_id, d.address, d.segment_ids, array(select s from unnest(")
                .then(ownFlags(run))
                .then(") s where ? or not s = any (d.segment_ids))", byList)
                .then("""
                        \sfrom desired d
                        left join ledger l on l.export_id = ? and l.profile_id = d.profile_id and l.profile_id > ?
                        where d.run_id = ? and d.reason is null and d.profile_id > ?
                          and (l.contact_id is null or %s) order by d.profile_id limit ?""".formatted(CHANGED), export, after, run, after, limit);
        return database.transaction(connection -> Database.list(
                connection,
                sql,
                row -> new Wanted(row.getString(1), row.getBytes(2), uuids(row.getArray(3)), uuids(row.getArray(4)))));
    }

    /** Forgets contacts that are not wanted, once nothing shows them in an audience by the doing of the export. */
    static void forgetUnwanted(Connection connection, UUID run, UUID export) throws SQLException {
        Database.update(connection, Sql.of("""
                        delete from ledger l where l.export_id = ?
                          and cardinality(l.memberships || l.joining || l.flags || l.flagging) = 0
                          and (l.rejection is null or not exists (
                                 select from desired d where d.run_id = ? and d.profile_id = l.profile_id))
                          and not""", export, run).then(wanted(run)));
    }

    /** Removes the export, with its runs, unless it still shows somebody in an audience or has somebody to erase. */
    static boolean removeIfNothingIsLeft(Connection connection, UUID export) throws SQLException {
        return 1 == Database.update(connection, Sql.of("""
                delete from export e where e.id = ?
                  and not exists (select from ledger l where l.export_id = e.id
                                    and cardinality(l.memberships || l.joining || l.flags || l.flagging) > 0)
                  and not exists (select from erasure p where p.export_id = e.id)""", export));
    }

    /** Whether a contact keeps what it has: also when Autopilot refused it in the shape it has now. */
    private static final String STAYS =
            "(d.reason is null or d.reason in ('REFUSED_BY_AUTOPILOT', 'NOT_CONFIRMED', 'NOT_TAKEN_OFF'))";

    /** Whether a contact is not as it should be. */
    private static final String CHANGED =
            "(l.fingerprint is distinct from d.fingerprint or cardinality(l.flagging) > 0)";

    /** Segments whose field is set by this export, and not at the same contact by another one too that wants it so. */
    private static Sql ownFlags(UUID run) {
        return Sql.of("""
                array(select m.segment_id from unnest(l.flags || l.flagging) as m(segment_id)
                      where not exists (
                        select from autopilot_field ours
                        join autopilot_field other on other.field = ours.field
                        join export e on e.id = other.export_id and e.connection_id is not null
                        join export mine on mine.id = ours.export_id
                        join ledger o on o.export_id = other.export_id and (o.export_id, o.profile_id) <> (l.export_id, l.profile_id)
                                     and other.segment_id = any (o.flags)
                        left join desired d on d.run_id = ? and d.profile_id = l.profile_id
                        where ours.export_id = l.export_id and ours.segment_id = m.segment_id
                          and o.contact_id = l.contact_id
                          and not coalesce(o.profile_id = l.profile_id and other.segment_id = m.segment_id and %s, false)))""".formatted(SharedAudience.WANTED_BY_NONE), run);
    }

    /** Whether the contact of a ledger row should be one. */
    private static Sql wanted(UUID run) {
        return Sql.of(" ").then("""
                exists (select from desired d where d.run_id = ? and d.profile_id = l.profile_id and d.address = l.address
                          and %s)""".formatted(STAYS), run);
    }

    private static Sql leaves(UUID run, UUID export, boolean byList) {
        return Sql.of("""
                from ledger l cross join unnest(l.memberships || l.joining) as m(segment_id)
                where l.export_id = ? and l.contact_id is not null
                  and not (? and exists (
                    select from desired d where d.run_id = ? and d.profile_id = l.profile_id and d.address = l.address
                      and m.segment_id = any (d.segment_ids) and %s))""".formatted(STAYS), export, byList, run);
    }

    private List<Membership> memberships(Sql from, Membership after, int limit) {
        Sql sql = from.then(
                        " and l.profile_id >= ? and (l.profile_id, m.segment_id) > (?, ?)",
                        begin(after),
                        begin(after),
                        after == null ? FIRST : after.segment())
                .then(" order by l.profile_id, m.segment_id limit ?", limit);
        return database.transaction(connection -> Database.list(
                connection,
                sql,
                row -> new Membership(
                        row.getString(1), row.getString(2), row.getObject(3, UUID.class), row.getBoolean(4))));
    }

    private static String begin(Membership after) {
        return after == null ? "" : after.profileId();
    }

    private static long[] longs(Connection connection, int columns, Sql sql) throws SQLException {
        return Database.first(connection, sql, row -> {
                    long[] values = new long[columns];
                    for (int i = 0; i < columns; i++) {
                        values[i] = row.getLong(i + 1);
                    }
                    return values;
                })
                .orElseThrow();
    }

    private static List<UUID> uuids(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }
}
