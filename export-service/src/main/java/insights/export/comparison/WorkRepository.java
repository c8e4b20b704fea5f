package insights.export.comparison;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.desired.Contacts;
import insights.export.ledger.Membership;
import insights.export.matching.RejectionReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is left to send: the desired state of a run against the ledger of its export. Nothing of it is stored. All reading
 * goes forward in the order of profile ids, a piece at a time, so that whatever cannot be done now is passed by.
 */
@ApplicationScoped
public class WorkRepository {

    private static final UUID FIRST = new UUID(0, 0);

    private final Database database;
    private final TakeOffRepository takeOff;
    private final MoveRepository moves;
    private final KnownElsewhere elsewhere;

    WorkRepository(Database database, TakeOffRepository takeOff, MoveRepository moves, KnownElsewhere elsewhere) {
        this.database = database;
        this.takeOff = takeOff;
        this.moves = moves;
        this.elsewhere = elsewhere;
    }

    /**
     * The ledger's row of a desired contact, looked up for each of a piece of them. PostgreSQL, left to itself, joins all that are
     * there for each piece: it plans for the few that the ledger had when the run began, and a first run of 180,000 read each
     * piece in seconds.
     */
    private static final String ONE_BY_ONE =
            "lateral (select * from ledger where export_id = ? and address = d.address offset 0) l on true";

    private static final String KEPT_AND_JOINS = """
            array(select s from unnest(l.flags || l.flagging) s where s = any (d.segment_ids)),
            array(select s from unnest(d.segment_ids) s
                  where not coalesce(s = any (l.memberships || l.found), false) order by s)""";

    /** Counts the work before any of it is done. Joins of contacts yet to be created are counted too. */
    public Comparison compare(UUID run, UUID export, boolean byList) {
        long[] found = database.transaction(connection ->
                longs(connection, 7, Sql.of("""
                select count(*), count(*) filter (where d.reason is null),
                       count(*) filter (where d.reason is null and l.contact_id is null),
                       count(*) filter (where d.reason is null and l.contact_id is not null and %s),
                       coalesce(sum(cardinality(d.segment_ids)) filter (where d.reason is null), 0),
                       coalesce(sum((select count(*) from unnest(d.segment_ids) s
                                     where s = any (l.memberships || l.found)))
                                filter (where d.reason is null and cardinality(l.memberships || l.found) > 0), 0),
                       count(*) filter (where ? and d.reason is null and (l.contact_id is null or %s)
                                          and not coalesce(l.memberships || l.found, '{}') @> d.segment_ids)
                from desired d left join ledger l on l.export_id = ? and l.address = d.address
                where d.run_id = ?""".formatted(changed(byList), changed(byList)), byList, export, run)));
        return new Comparison(
                found[0],
                found[1],
                found[2],
                found[3],
                byList ? found[4] - found[5] : 0,
                found[6],
                takeOff.countLeaves(run, export, Whose.ALL),
                takeOff.countFlagged(run, export, Whose.ALL),
                byList ? 0 : moves.countOffLists(run, export),
                byList ? moves.countOffFlags(run, export) : 0,
                takeOff.countPeople(run, export));
    }

    /** How many profiles cannot be exported, by reason. */
    public Map<RejectionReason, Long> rejected(UUID run) {
        return rejected(Sql.of("run_id = ?", run));
    }

    /** The same of those whose id comes before another. */
    public Map<RejectionReason, Long> rejectedBefore(UUID run, String profile) {
        return rejected(Sql.of("run_id = ? and profile_id < ?", run, profile));
    }

    private Map<RejectionReason, Long> rejected(Sql whose) {
        Map<RejectionReason, Long> rejected = new EnumMap<>(RejectionReason.class);
        database.transaction(connection -> Database.list(
                connection,
                Sql.of("select reason, count(*) from desired where ")
                        .then(whose)
                        .then(" and reason is not null group by 1"),
                row -> rejected.put(RejectionReason.valueOf(row.getString(1)), row.getLong(2))));
        return rejected;
    }

    /** For how many segments no list is known yet. */
    public long listsToMake(UUID run, UUID export) {
        Sql sql = Sql.of("""
                select count(distinct s.id) from desired d cross join unnest(d.segment_ids) as s(id)
                where d.run_id = ? and d.reason is null and not exists (
                  select from audience_list a join export e on e.id = a.export_id
                  where a.segment_id = s.id
                    and e.ledger_connection_id = (select ledger_connection_id from export where id = ?))""", run, export);
        return database.transaction(connection -> longs(connection, 1, sql)[0]);
    }

    /** Whether an export of the same connection has filled a field of contacts. */
    public boolean isFilled(UUID export, String target) {
        Sql sql = Sql.of("""
                select from ledger l join export e on e.id = l.export_id
                where e.ledger_connection_id = (select ledger_connection_id from export where id = ?) and ? = any (l.filled)
                limit 1""", export, target);
        return database.transaction(connection -> Database.first(connection, sql, row -> true))
                .isPresent();
    }

    /**
     * A membership that is wanted and not there.
     *
     * @param optOutKey that of the contact's address; null when segment-service told none
     */
    public record Join(Membership membership, String optOutKey) {}

    /** Memberships that are wanted and not there. */
    public List<Join> joins(UUID run, UUID export, Membership after, int limit) {
        String profile = after == null ? "" : after.profileId();
        Sql sql = Sql.of(
                        """
                        select d.profile_id, l.address, l.contact_id, m.segment_id, m.segment_id = any (l.joining), d.opt_out_key
                        from desired d join %s
                        cross join unnest(d.segment_ids) as m(segment_id)
                        where d.run_id = ? and d.reason is null and l.contact_id is not null
                          and not m.segment_id = any (l.memberships || l.found)
                          and d.profile_id >= ? and (d.profile_id, m.segment_id) > (?, ?)""".formatted(ONE_BY_ONE),
                        export,
                        run,
                        profile,
                        profile,
                        after == null ? FIRST : after.segment())
                .then(" order by d.profile_id, m.segment_id limit ?", limit);
        return database.transaction(
                connection -> Database.list(connection, sql, row -> new Join(Rows.membership(row), row.getString(6))));
    }

    /** The next profiles whose contact is not at the destination as it should be. */
    public List<Wanted> toUpsert(UUID run, UUID export, boolean byList, String after, int limit) {
        return wanted(run, export, byList, "(l.contact_id is null or %s)".formatted(changed(byList)), after, limit);
    }

    /** The first profile that is to be a contact, whether or not that is as it should be. */
    public Optional<Wanted> first(UUID run, UUID export, boolean byList) {
        return wanted(run, export, byList, "true", "", 1).stream().findFirst();
    }

    private List<Wanted> wanted(UUID run, UUID export, boolean byList, String which, String after, int limit) {
        Sql sql = Sql.of(
                """
                select d.profile_id, d.address, d.opt_out_key, d.segment_ids,
                       case when not (l.flags || l.flagging) <@ d.segment_ids
                            then array(select s from unnest(l.flags || l.flagging) s where not s = any (d.segment_ids)) end,
                       %s, l.joining, l.filled, l.contact_id
                from desired d left join %s
                where d.run_id = ? and d.reason is null and d.profile_id > ? and %s order by d.profile_id limit ?""".formatted(byList ? KEPT_AND_JOINS : "null::uuid[], null::uuid[]", ONE_BY_ONE, which),
                export,
                run,
                after,
                limit);
        return database.transaction(connection -> exceptFlagsOfOthers(
                connection,
                export,
                Database.list(
                        connection,
                        sql,
                        row -> new Wanted(
                                row.getString(1),
                                row.getBytes(2),
                                row.getString(3),
                                Rows.uuids(row.getArray(4)),
                                Rows.uuids(row.getArray(5)),
                                Rows.uuids(row.getArray(6)),
                                Rows.uuids(row.getArray(7)),
                                Rows.uuids(row.getArray(8)),
                                Rows.texts(row.getArray(9)),
                                row.getString(10)))));
    }

    /**
     * The same, who keep flags that another export wants there too. Asked only for those who would lose some: to plan it took as long
     * as to read all others.
     */
    private static List<Wanted> exceptFlagsOfOthers(Connection connection, UUID export, List<Wanted> wanted)
            throws SQLException {
        byte[][] losing = wanted.stream()
                .filter(contact -> !contact.unset().isEmpty())
                .map(Wanted::address)
                .toArray(byte[][]::new);
        if (losing.length == 0) {
            return wanted;
        }
        Map<ByteBuffer, List<UUID>> own = new HashMap<>();
        Sql sql = Sql.of("select l.address, ")
                .then(TakeOffRepository.ownFlags())
                .then("""
                \sfrom unnest(?) as d(address) join %s""".formatted(ONE_BY_ONE), losing, export);
        Database.list(connection, sql, row -> own.put(ByteBuffer.wrap(row.getBytes(1)), Rows.uuids(row.getArray(2))));
        return wanted.stream()
                .map(contact -> contact.unset().isEmpty()
                        ? contact
                        : contact.unsettingOnly(own.getOrDefault(ByteBuffer.wrap(contact.address()), List.of())))
                .toList();
    }

    /**
     * The same, with the ids of those whom this export does not know yet, but another one of the connection does: by its address
     * somebody would be made a second time who has another one at the destination by now.
     */
    public List<Wanted> identified(UUID export, List<Wanted> wanted) {
        KnownElsewhere.Ids ids = elsewhere.ids(
                export,
                wanted.stream()
                        .filter(contact -> contact.contactId() == null)
                        .map(Wanted::address)
                        .toList());
        return wanted.stream()
                .map(contact -> contact.contactId() != null
                        ? contact
                        : contact.named(ids.of(contact.address()).orElse(null)))
                .toList();
    }

    /** How many of the contacts to create or update are wanted on a list and not on it, by segment. */
    public Map<UUID, Long> riders(UUID run, UUID export) {
        Map<UUID, Long> riders = new HashMap<>();
        Sql sql = Sql.of("""
                select s, count(*) from desired d left join ledger l on l.export_id = ? and l.address = d.address
                cross join unnest(d.segment_ids) as s
                where d.run_id = ? and d.reason is null and (l.contact_id is null or %s)
                  and not coalesce(s = any (l.memberships || l.found), false) group by 1""".formatted(changed(true)), export, run);
        database.transaction(connection ->
                Database.list(connection, sql, row -> riders.put(row.getObject(1, UUID.class), row.getLong(2))));
        return riders;
    }

    /** Rows {@code l} of the ledger that are not wanted, and that nothing shows in an audience by the doing of the export. */
    public static Sql unwanted(UUID run, UUID export) {
        return Sql.of("""
                        l.export_id = ?
                        and cardinality(l.memberships || l.joining || l.flags || l.flagging) = 0
                        and (l.rejection is null or not exists (
                               select from desired d where d.run_id = ? and d.address = l.address))
                        and not""", export, run).then(Contacts.wanted(run));
    }

    /**
     * Whether a contact that is there is not as it should be: in its own fields, or those of its segments. By list, flags of
     * segments that it is in stay until it is on their lists.
     */
    private static String changed(boolean byList) {
        return "(l.fingerprint is distinct from d.fingerprint or "
                + (byList
                        ? "not (l.flags || l.flagging) <@ d.segment_ids)"
                        : "cardinality(l.flagging) > 0 or not (l.flags @> d.segment_ids and l.flags <@ d.segment_ids))");
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
}
