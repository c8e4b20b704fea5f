package insights.export.comparison;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.desired.Contacts;
import insights.export.ledger.Membership;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Who is still in an audience of the mode that an export had before, and wanted in that of the mode it has now. They leave the
 * old one when the destination has them in the new one, and no earlier. All reading goes forward in the order of addresses.
 */
@ApplicationScoped
public class MoveRepository {

    private static final UUID FIRST = new UUID(0, 0);
    private static final byte[] NONE = {};

    private final Database database;

    MoveRepository(Database database) {
        this.database = database;
    }

    /** Memberships of lists that end once the contact's flag is set instead, and those of which it is set. */
    long countOffLists(UUID run, UUID export) {
        return count(Sql.of("select count(*)")
                .then(listed(export))
                .then(ifAnyIsListed(export))
                .then(" and ")
                .then(movesOffList(run)));
    }

    /** Memberships of lists that can end, because the contact's flag is set instead. */
    public List<Membership> offLists(UUID run, UUID export, Membership after, int limit) {
        byte[] address = after == null ? NONE : after.address();
        Sql sql = Sql.of("select l.profile_id, l.address, l.contact_id, m.segment_id, false")
                .then(listed(export))
                .then(" and m.segment_id = any (l.flags) and ")
                .then(movesOffList(run))
                .then(
                        " and l.address >= ? and (l.address, m.segment_id) > (?, ?)",
                        address,
                        address,
                        after == null ? FIRST : after.segment())
                .then(" order by l.address, m.segment_id limit ?", limit);
        return database.transaction(connection -> Database.list(connection, sql, Rows::membership));
    }

    /** Contacts to take off flags once they are on the lists instead, and those who are. */
    long countOffFlags(UUID run, UUID export) {
        return count(Sql.of("""
                select count(*) from ledger l join desired d on d.run_id = ? and d.address = l.address and %s
                where l.export_id = ? and (l.flags || l.flagging) && (
                  l.memberships || l.found || case when d.reason is null then d.segment_ids end)""".formatted(Contacts.STAYS), run, export));
    }

    /** Those of them with a flag that no other export wants there. */
    public long countOwnOffFlags(UUID run, UUID export) {
        return count(Sql.of("""
                        select count(*) from ledger l join desired d on d.run_id = ? and d.address = l.address and %s
                        where l.export_id = ? and exists (select from unnest(""".formatted(Contacts.STAYS), run, export)
                .then(TakeOffRepository.ownFlags())
                .then("""
                        ) s where s = any (l.memberships || l.found || case when d.reason is null then d.segment_ids end))"""));
    }

    /** Contacts with flags that can be taken off, because they are on the lists instead. */
    public List<TakeOffRepository.Flagged> offFlags(UUID run, UUID export, byte[] after, int limit) {
        Sql sql = Sql.of("select l.profile_id, l.contact_id, l.address, array(select s from unnest(")
                .then(TakeOffRepository.ownFlags())
                .then("""
                        ) s where s = any (l.memberships || l.found)) from ledger l
                        where l.export_id = ? and (l.flags || l.flagging) && (l.memberships || l.found) and""", export)
                .then(Contacts.wanted(run))
                .then(" and l.address > ? order by l.address limit ?", after, limit);
        return database.transaction(connection -> Database.list(connection, sql, Rows::flagged));
    }

    /** Whether a membership {@code m} of a contact {@code l} is of the former, and wanted by flag. */
    static Sql movesOffList(UUID run) {
        return Sql.of("""
                exists (select from desired d where d.run_id = ? and d.address = l.address and m.segment_id = any (d.segment_ids)
                          and %s and (d.reason is null or m.segment_id = any (l.flags)))""".formatted(Contacts.STAYS), run);
    }

    /** Memberships {@code m} of contacts {@code l} that the export made, or may have made. */
    static Sql listed(UUID export) {
        return Sql.of("""
                \sfrom ledger l cross join unnest(l.memberships || l.joining) as m(segment_id)
                where l.export_id = ?""", export);
    }

    /** Asked once, before any of them is held against what is wanted. */
    static Sql ifAnyIsListed(UUID export) {
        return Sql.of("""
                \sand (select exists (select from ledger where export_id = ? and cardinality(memberships || joining) > 0))""", export);
    }

    private long count(Sql sql) {
        return database.transaction(connection ->
                Database.first(connection, sql, row -> row.getLong(1)).orElseThrow());
    }
}
