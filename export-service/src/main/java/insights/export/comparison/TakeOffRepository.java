package insights.export.comparison;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.desired.Contacts;
import insights.export.destination.DestinationType;
import insights.export.ledger.Membership;
import insights.export.segment.OptOutClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is in an audience by the doing of an export and should not be: the ledger against what the run found. All reading goes
 * forward in the order of addresses, a piece at a time, so that whatever cannot be done now is passed by.
 */
@ApplicationScoped
public class TakeOffRepository {

    private static final UUID FIRST = new UUID(0, 0);

    private static final byte[] NONE = {};

    private final Database database;

    TakeOffRepository(Database database) {
        this.database = database;
    }

    /**
     * A contact at which fields are set that it should not have any more.
     *
     * @param segments those whose field no other export sets there too; with none there is nothing to send
     */
    public record Flagged(String profileId, String contactId, byte[] address, List<UUID> segments) {

        /** By which a contact is told from others: no two requests at once are about one of the same name. */
        public String name() {
            return contactId == null ? HexFormat.of().formatHex(address) : contactId;
        }

        /** The same where it is known by what another export calls it. */
        public Flagged named(String contact) {
            return new Flagged(profileId, contact, address, segments);
        }

        /** Whether there is something to send: no other export wants the same there. */
        public boolean isOurs() {
            return !segments.isEmpty();
        }

        /** Whether nobody need know the address. */
        public boolean isFoundById(DestinationType type) {
            return type.findsContactsById() && contactId != null;
        }
    }

    /** How many people will be in no audience any more, those who opted out or were erased included. */
    long countPeople(UUID run, UUID export) {
        return count(Sql.of(
                        "select count(*) from ledger l where l.export_id = ? and cardinality(l.memberships || l.flags) > 0 and not",
                        export)
                .then(Contacts.wanted(run)));
    }

    /** The next profiles that speak for a contact in an audience and of whom the run found nothing that keeps it there. */
    List<Speaker> unwanted(UUID run, UUID export, byte[] after, int limit) {
        Sql sql = Sql.of("""
                        select l.profile_id, l.opt_out_key, l.address from ledger l where l.export_id = ? and l.address > ?
                          and cardinality(l.memberships || l.joining || l.flags || l.flagging) > 0 and not""", export, after)
                .then(Contacts.wanted(run))
                .then(" and not ")
                .then(Contacts.optedOut(run))
                .then(" order by l.address limit ?", limit);
        return database.transaction(connection -> Database.list(connection, sql, TakeOffRepository::speaker));
    }

    /** Who speaks for the contact of an address. */
    public record Speaker(OptOutClient.Contact contact, byte[] address) {}

    /** Memberships that the export made, or may have made, and that are no longer wanted. */
    public List<Membership> leaves(UUID run, UUID export, Whose whose, Membership after, int limit) {
        byte[] address = after == null ? NONE : after.address();
        Sql sql = Sql.of("select l.profile_id, l.address, l.contact_id, m.segment_id, false ")
                .then(leaves(run, export))
                .then(only(run, whose))
                .then(
                        " and l.address >= ? and (l.address, m.segment_id) > (?, ?)",
                        address,
                        address,
                        after == null ? FIRST : after.segment())
                .then(" order by l.address, m.segment_id limit ?", limit);
        return database.transaction(connection -> Database.list(connection, sql, Rows::membership));
    }

    /** How many those are. */
    public long countLeaves(UUID run, UUID export, Whose whose) {
        return count(Sql.of("select count(*) ")
                .then(leaves(run, export))
                .then(MoveRepository.ifAnyIsListed(export))
                .then(only(run, whose)));
    }

    /**
     * How many of all leaves, later ones included, end by a request: those that no other export wants.
     *
     * @param email the field of the destination that is the address
     */
    public long ownLeaves(UUID run, UUID export, boolean byList, String email) {
        Sql later = byList ? Sql.of("") : Sql.of(" or ").then(MoveRepository.movesOffList(run));
        return count(Sql.of("select count(*)")
                .then(MoveRepository.listed(export))
                .then(" and (")
                .then(unwanted(run))
                .then(later)
                .then(")")
                .then("""
                        \sand exists (select from audience_list ours
                                      where ours.export_id = l.export_id and ours.segment_id = m.segment_id)
                         and not exists (
                           select from audience_list ours
                           join audience_list other on other.list_id = ours.list_id
                           join export mine on mine.id = ours.export_id
                           join export theirs on theirs.id = other.export_id and theirs.connection_id is not null
                                             and theirs.ledger_connection_id = mine.ledger_connection_id
                           join ledger o on o.export_id = other.export_id and (o.export_id, o.address) <> (l.export_id, l.address)
                                        and other.segment_id = any (o.memberships || o.found)
                           where ours.export_id = l.export_id and ours.segment_id = m.segment_id
                             and o.contact_id = l.contact_id""")
                .then(unlessWantedByNone(run, email))
                .then(")"));
    }

    /** Contacts that are not wanted and at which fields are set that no other export sets too. */
    public List<Flagged> flagged(UUID run, UUID export, Whose whose, byte[] after, int limit) {
        return flagged(ownFlags(), flagged(run, export).then(only(run, whose)), after, limit);
    }

    /**
     * The same as it will be once the export answers alone for those whom the run knows nobody to want; for a preview.
     *
     * @param email the field of the destination that is the address
     */
    public List<Flagged> toBeFlagged(UUID run, UUID export, String email, byte[] after, int limit) {
        return flagged(ownFlags(unlessWantedByNone(run, email)), flagged(run, export), after, limit);
    }

    private List<Flagged> flagged(Sql segments, Sql whose, byte[] after, int limit) {
        Sql sql = Sql.of("select l.profile_id, l.contact_id, l.address, ")
                .then(segments)
                .then(whose)
                .then(" and l.address > ? order by l.address limit ?", after, limit);
        return database.transaction(connection -> Database.list(connection, sql, Rows::flagged));
    }

    /** Contacts that stay, whose values cannot be sent, and who have left segments whose flags are set: nothing else would take those off. */
    public List<Flagged> flaggedAndStuck(UUID run, UUID export, byte[] after, int limit) {
        Sql left = Sql.of("array(select m.segment_id from unnest(")
                .then(ownFlags())
                .then(") as m(segment_id) where ")
                .then(unwanted(run))
                .then(")");
        Sql whose = Sql.of(" from ledger l where l.export_id = ? and ", export)
                .then(Contacts.anyStuck(run))
                .then(" and ")
                .then(Contacts.stuck(run))
                .then(" and exists (select from unnest(l.flags || l.flagging) as m(segment_id) where ")
                .then(unwanted(run))
                .then(")");
        return flagged(left, whose, after, limit);
    }

    /** One contact, wanted or not, if fields are set there by the export. */
    public Optional<Flagged> flagged(UUID export, byte[] address) {
        Sql sql = Sql.of("select l.profile_id, l.contact_id, l.address, ")
                .then(ownFlags())
                .then("""
                        \sfrom ledger l where l.export_id = ? and l.address = ?
                          and cardinality(l.flags || l.flagging) > 0""", export, address);
        return database.transaction(connection -> Database.first(connection, sql, Rows::flagged));
    }

    /** Those of these contacts at which fields are set, named by their addresses: nobody has the ids any more that they had. */
    public List<Flagged> flaggedByAddress(UUID export, Collection<byte[]> addresses) {
        Sql sql = Sql.of("select l.profile_id, null, l.address, ")
                .then(ownFlags(Sql.of("true"), Sql.of("")))
                .then("""
                        \sfrom ledger l where l.export_id = ? and l.address = any (?)
                          and cardinality(l.flags || l.flagging) > 0 order by l.address""", export, addresses.toArray(byte[][]::new));
        return database.transaction(connection -> Database.list(connection, sql, Rows::flagged));
    }

    /** Who speaks for contacts of these addresses. */
    public List<Speaker> speakers(UUID export, Collection<byte[]> addresses) {
        Sql sql = Sql.of("""
                select profile_id, opt_out_key, address from ledger
                where export_id = ? and address = any (?)""", export, addresses.toArray(byte[][]::new));
        return database.transaction(connection -> Database.list(connection, sql, TakeOffRepository::speaker));
    }

    private static Speaker speaker(ResultSet row) throws SQLException {
        return new Speaker(new OptOutClient.Contact(row.getString(1), row.getString(2)), row.getBytes(3));
    }

    /** How many contacts that are. */
    public long countFlagged(UUID run, UUID export, Whose whose) {
        return count(Sql.of("select count(*)").then(flagged(run, export)).then(only(run, whose)));
    }

    /**
     * Segments whose field is set by this export, and not at the same contact by another one of the connection too, by its ledger.
     * Another account has fields of the same names, and may number its people alike.
     */
    static Sql ownFlags() {
        return ownFlags(Sql.of(""));
    }

    /** @param unless condition on what another export holds, which leads to a smaller number of those */
    private static Sql ownFlags(Sql unless) {
        // A contact that no answer named is the one of its address.
        return ownFlags(Sql.of("l.contact_id is null"), unless);
    }

    private static Sql ownFlags(Sql byAddress, Sql unless) {
        return Sql.of(
                        "array(select m.segment_id from unnest(l.flags || l.flagging) as m(segment_id) where not case when ")
                .then(byAddress)
                .then(" then exists (")
                .then(sameFlag("o.address = l.address"))
                .then(unless)
                .then(") else exists (")
                .then(sameFlag("o.contact_id = l.contact_id"))
                .then(unless)
                .then(") end)");
    }

    private static Sql sameFlag(String contact) {
        return Sql.of("""
                select from audience_flag ours
                join audience_flag other on other.flag = ours.flag
                join export mine on mine.id = ours.export_id
                join export theirs on theirs.id = other.export_id and theirs.connection_id is not null
                                  and theirs.ledger_connection_id = mine.ledger_connection_id
                join ledger o on o.export_id = other.export_id and (o.export_id, o.address) <> (l.export_id, l.address)
                             and other.segment_id = any (o.flags)
                where ours.export_id = l.export_id and ours.segment_id = m.segment_id and %s""".formatted(contact));
    }

    /** That another export holds the same counts for nothing when it is about to be told that nobody wants it there. */
    private static Sql unlessWantedByNone(UUID run, String email) {
        return Sql.of(" and not (o.address = l.address and other.segment_id = m.segment_id and ")
                .then(Contacts.wantedByNone(run, email))
                .then(")");
    }

    private static Sql leaves(UUID run, UUID export) {
        return MoveRepository.listed(export).then(" and ").then(unwanted(run));
    }

    /** Whether the contact {@code l} is not to be in the audience of the segment {@code m}, whatever that is shown by. */
    private static Sql unwanted(UUID run) {
        return Sql.of("not ").then(Contacts.wantedThere(run));
    }

    private static Sql flagged(UUID run, UUID export) {
        return Sql.of(" from ledger l where l.export_id = ? and cardinality(l.flags || l.flagging) > 0 and not", export)
                .then(Contacts.wanted(run));
    }

    private static Sql only(UUID run, Whose whose) {
        return whose == Whose.ALL ? Sql.of("") : Sql.of(" and ").then(Contacts.optedOut(run));
    }

    private long count(Sql sql) {
        return database.transaction(connection ->
                Database.first(connection, sql, row -> row.getLong(1)).orElseThrow());
    }
}
