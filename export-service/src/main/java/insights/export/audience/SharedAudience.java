package insights.export.audience;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.desired.Contacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two exports of one connection can share a segment, and so its list or field; each leaves it to the other to take somebody
 * off. That must not go on for those whom a run knows that no export wants there any more.
 */
public final class SharedAudience {

    private SharedAudience() {}

    /**
     * Forgets that profiles were found on lists on which the export does not want them any more: others would leave them to
     * it. Where it shows its audiences by flag now, it wants them there until the flag is set.
     */
    public static void forgetFound(Connection connection, UUID run, UUID export, boolean byList) throws SQLException {
        Database.update(connection, Sql.of("""
                update ledger l set found = array(
                  select s from unnest(l.found) as s where (? or not s = any (l.flags)) and exists (
                    select from desired d where d.run_id = ? and d.address = l.address
                      and d.reason is null and s = any (d.segment_ids)))
                where l.export_id = ? and cardinality(l.found) > 0""", byList, run, export));
    }

    /**
     * Where nobody wants a contact any more, this export alone answers for it from now on, and takes it off.
     *
     * @param email the field of the destination that is the address
     */
    public static void answerAlone(Connection connection, UUID run, UUID export, String email) throws SQLException {
        answerAlone(connection, export, Contacts.wantedByNone(run, email));
    }

    /**
     * The same for those only who opted out; the rest may be held back. An export that left the connection leaves them to those that
     * have it.
     */
    public static void answerAloneForOptedOut(Connection connection, UUID run, UUID export) throws SQLException {
        answerAlone(
                connection,
                export,
                Sql.of("(mine.connection_id is not null or theirs.connection_id is null) and ")
                        .then(Contacts.optedOut(run)));
    }

    /**
     * What this export takes off now is not there any more for exports either that have no connection at present, or left this one:
     * attached again they would think that they still have it.
     */
    public static void answerForIdle(Connection connection, UUID run, UUID export, boolean byList) throws SQLException {
        answerAloneOnLists(connection, export, idle(run, byList));
        answerAloneForFlags(connection, export, idle(run, !byList));
    }

    /** The same for one contact of somebody who was erased. */
    public static void answerForIdle(Connection connection, UUID export, byte[] address) throws SQLException {
        answerAlone(connection, export, Sql.of("theirs.connection_id is null and l.address = ?", address));
    }

    private static Sql idle(UUID run, boolean wanted) {
        return Sql.of("""
                theirs.connection_id is null and not (? and exists (
                  select from desired d where d.run_id = ? and d.address = l.address
                    and m.segment_id = any (d.segment_ids) and %s))""".formatted(Contacts.STAYS), wanted, run);
    }

    private static void answerAlone(Connection connection, UUID export, Sql whose) throws SQLException {
        answerAloneOnLists(connection, export, whose);
        answerAloneForFlags(connection, export, whose);
    }

    private static void answerAloneOnLists(Connection connection, UUID export, Sql whose) throws SQLException {
        answerAlone(
                connection,
                export,
                whose,
                "audience_list",
                "list_id",
                List.of("memberships", "joining"),
                List.of("found"));
    }

    private static void answerAloneForFlags(Connection connection, UUID export, Sql whose) throws SQLException {
        answerAlone(connection, export, whose, "audience_flag", "flag", List.of("flags", "flagging"), List.of());
    }

    /**
     * @param whose condition on the row {@code l} of the ledger, its segment {@code m}, the export {@code mine} and the other one, {@code theirs}
     * @param made columns of the ledger with what an export made
     * @param found columns with what it found
     */
    private static void answerAlone(
            Connection connection,
            UUID export,
            Sql whose,
            String names,
            String name,
            List<String> made,
            List<String> found)
            throws SQLException {
        if (!isAnyShared(connection, export, names, name)) {
            return;
        }
        List<String> columns = Stream.concat(made.stream(), found.stream()).toList();
        String without = columns.stream()
                .map("%1$s = array(select s from unnest(o.%1$s) as s where not s = any (none.segments))"::formatted)
                .collect(Collectors.joining(", "));
        Sql update = Sql.of(
                        """
                        update ledger o set %s from (
                          select o.export_id, o.address, array_agg(m.segment_id) as segments
                          from export mine
                          join ledger l on l.export_id = mine.id
                          cross join unnest(%s) as m(segment_id)
                          join %s ours on ours.export_id = mine.id and ours.segment_id = m.segment_id
                          join export theirs on theirs.id <> mine.id and theirs.ledger_connection_id = mine.ledger_connection_id
                          join ledger o on o.export_id = theirs.id and o.address = l.address
                                       and (l.contact_id is null or o.contact_id = l.contact_id)
                                       and m.segment_id = any (%s)
                          join %s same on same.export_id = o.export_id and same.segment_id = m.segment_id
                                      and same.%s = ours.%s
                          where mine.id = ? and\s""".formatted(
                                without, concatenated("l", made), names, concatenated("o", columns), names, name, name),
                        export)
                .then(whose)
                .then("""
                        \sgroup by o.export_id, o.address) none
                        where o.export_id = none.export_id and o.address = none.address""");
        Database.update(connection, update);
    }

    /** Asked first, as few share any, and to plan what follows takes longer than all else that such a run asks. */
    private static boolean isAnyShared(Connection connection, UUID export, String names, String name)
            throws SQLException {
        Sql shared = Sql.of("""
                select from %1$s ours join %1$s same on same.%2$s = ours.%2$s and same.export_id <> ours.export_id
                join export mine on mine.id = ours.export_id
                join export theirs on theirs.id = same.export_id and theirs.ledger_connection_id = mine.ledger_connection_id
                where ours.export_id = ? limit 1""".formatted(names, name), export);
        return Database.first(connection, shared, row -> true).isPresent();
    }

    private static String concatenated(String row, List<String> columns) {
        return columns.stream().map(column -> row + "." + column).collect(Collectors.joining(" || "));
    }
}
