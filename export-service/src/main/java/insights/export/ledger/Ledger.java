package insights.export.ledger;

import static insights.common.sql.Database.update;

import insights.common.sql.Sql;
import insights.export.desired.Contacts;
import insights.export.matching.RejectionReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the destination has accepted from an export, a row for each address. Its rows are the checkpoint of a run: each changes only after the destination's
 * answer, in the caller's transaction, which also moves the counters of the run. What is asked for is noted before: if this
 * process dies before the answer, the next one knows what may be its doing. A membership is noted in the row ({@link Memberships});
 * how far upserts have come is noted at the run, and what of them got no answer becomes {@code flagging} when that run ends
 * or is begun again.
 */
@ApplicationScoped
public class Ledger {

    /**
     * What records accepted contacts, to be committed together with the counters of the run: see
     * {@link insights.export.run.RunControl#commit(insights.export.progress.Counts, Sql)}, where the rows of
     * {@code held} come from. A contact with another id than before is new: it is on no list but the one that it was asked to be
     * put on with the same request, and nothing is filled.
     *
     * @param emptied fields that have no value now unless they were sent with one
     * @param flagsStay whether the flags of a contact were not set with it, but are those that stay as they were
     */
    public Sql delivered(UUID export, Collection<Delivered> contacts, Collection<String> emptied, boolean flagsStay) {
        return Sql.of(
                """
                insert into ledger as l (export_id, profile_id, contact_id, address, opt_out_key, fingerprint, flags, filled)
                select ?, profile_id, contact_id, address, opt_out_key, fingerprint, flags::uuid[], filled::text[]
                from unnest(?, ?, ?, ?, ?, ?, ?)
                     as d(profile_id, contact_id, address, opt_out_key, fingerprint, flags, filled)
                where exists (select from held)
                on conflict (export_id, address) do update
                set profile_id = excluded.profile_id, contact_id = excluded.contact_id,
                    opt_out_key = coalesce(excluded.opt_out_key, l.opt_out_key),
                    fingerprint = excluded.fingerprint,
                    flags = case when not ? then excluded.flags when l.contact_id = excluded.contact_id
                            then array(select s from unnest(l.flags) s where s = any (excluded.flags)) else '{}' end,
                    flagging = case when ? and l.contact_id = excluded.contact_id
                               then array(select s from unnest(l.flagging) s where s = any (excluded.flags)) else '{}' end,
                    rejection = null, rejected_fingerprint = null,
                    filled = case when l.contact_id = excluded.contact_id and not l.filled <@ excluded.filled
                             then array(select unnest(excluded.filled)
                                        union (select unnest(l.filled) except select unnest(?)) order by 1)
                             else excluded.filled end,
                    memberships = case when l.contact_id = excluded.contact_id then l.memberships else '{}' end,
                    found = case when l.contact_id = excluded.contact_id then l.found else '{}' end""",
                export,
                texts(contacts, Delivered::profileId),
                texts(contacts, Delivered::contactId),
                bytes(contacts, Delivered::address),
                texts(contacts, Delivered::optOutKey),
                bytes(contacts, Delivered::fingerprint),
                texts(contacts, contact -> array(contact.flags())),
                texts(contacts, contact -> array(contact.filled())),
                flagsStay,
                flagsStay,
                emptied.toArray(String[]::new));
    }

    /**
     * Learns what contacts are called of which it was noted that they may be there, from an answer that came too late to be recorded
     * as one. By its name a contact is found again whatever address its profile has by then. The export may have left the connection
     * meanwhile.
     */
    public void named(Connection database, UUID export, UUID connection, Collection<Delivered> contacts)
            throws SQLException {
        update(
                database,
                Sql.of(
                        """
                update ledger l set contact_id = d.contact_id
                from unnest(?, ?) as d(address, contact_id), export e
                where e.id = l.export_id and ? in (e.id, e.former_of) and e.ledger_connection_id = ?
                  and l.address = d.address and l.contact_id is null""",
                        bytes(contacts, Delivered::address),
                        texts(contacts, Delivered::contactId),
                        export,
                        connection));
    }

    /**
     * Keeps what the export put on the contacts that these addresses had, where the destination has answered with other ones: the former
     * may be gone, or be there by another address. From now on they are like everybody who is not wanted.
     */
    public void replaced(Connection database, UUID export, Collection<byte[]> addresses) throws SQLException {
        update(database, Sql.of("""
                insert into ledger (export_id, profile_id, contact_id, address, opt_out_key, memberships, joining, flags, flagging)
                select export_id, profile_id, contact_id, sha256(convert_to('contact ' || contact_id, 'UTF8')), opt_out_key,
                       memberships, joining, flags, flagging
                from ledger where export_id = ? and address = any (?) and contact_id is not null
                  and cardinality(memberships || joining || flags || flagging) > 0
                on conflict (export_id, address) do update
                set memberships = excluded.memberships, joining = excluded.joining,
                    flags = excluded.flags, flagging = excluded.flagging""", export, addresses.toArray(byte[][]::new)));
    }

    /** Records that no field is set at contacts any more by the doing of the export. */
    public void cleared(Connection database, UUID export, Collection<byte[]> addresses) throws SQLException {
        update(
                database,
                Sql.of(
                        "update ledger set flags = '{}', flagging = '{}' where export_id = ? and address = any (?)",
                        export,
                        addresses.toArray(byte[][]::new)));
    }

    /**
     * Records that the destination refused a contact as it is now: it is sent again only when it has changed.
     *
     * @param field of the profile, whose value it refused; null when it did not say
     */
    public void rejected(
            Connection database,
            UUID export,
            String profile,
            byte[] address,
            RejectionReason reason,
            String field,
            byte[] fingerprint)
            throws SQLException {
        update(database, Sql.of("""
                insert into ledger (export_id, profile_id, address, rejection, rejected_field, rejected_fingerprint)
                values (?, ?, ?, ?, ?, ?)
                on conflict (export_id, address) do update
                set profile_id = excluded.profile_id, rejection = excluded.rejection,
                    rejected_field = excluded.rejected_field,
                    rejected_fingerprint = excluded.rejected_fingerprint""", export, profile, address, reason.name(), field, fingerprint));
    }

    /** Records that fields are not set any more where contacts are on the lists instead. */
    public void moved(Connection database, UUID export, Collection<byte[]> addresses) throws SQLException {
        update(database, Sql.of("""
                update ledger set flags = array(select s from unnest(flags) s where not s = any (memberships || found)),
                       flagging = array(select s from unnest(flagging) s where not s = any (memberships || found))
                where export_id = ? and address = any (?)""", export, addresses.toArray(byte[][]::new)));
    }

    /**
     * Says who speaks for contacts now, where another profile has taken the address over. The contact stays as it is: to take it
     * off its lists and put it on again would begin its journeys anew.
     */
    public void takenOver(Connection database, UUID run, UUID export) throws SQLException {
        update(database, Sql.of("""
                update ledger l set profile_id = d.profile_id from desired d
                where l.export_id = ? and d.run_id = ? and d.address = l.address and d.profile_id <> l.profile_id
                  and\s""", export, run).then(Sql.of(Contacts.STAYS)));
    }

    /** Learns the opt-out keys of contacts that were delivered before segment-service told any, or told others. */
    public void learnOptOutKeys(Connection database, UUID run, UUID export) throws SQLException {
        update(database, Sql.of("""
                update ledger l set opt_out_key = d.opt_out_key from desired d
                where l.export_id = ? and l.opt_out_key is distinct from d.opt_out_key
                  and d.run_id = ? and d.address = l.address and d.opt_out_key is not null""", export, run));
    }

    /** Records that fields may be set at a contact, of which there is no answer. */
    public void flagging(Connection database, UUID export, String profile, byte[] address, List<UUID> flags)
            throws SQLException {
        update(database, Sql.of("""
                insert into ledger as l (export_id, profile_id, address, flagging) values (?, ?, ?, ?)
                on conflict (export_id, address) do update set flagging = l.flagging || excluded.flagging""", export, profile, address, flags.toArray(UUID[]::new)));
    }

    /** Records that contacts are about to leave the flags of segments that they are not wanted in, the others stay set. */
    public void leaving(Connection database, UUID run, UUID export, Collection<byte[]> addresses) throws SQLException {
        update(
                database,
                Sql.of("update ledger l set flags = ")
                        .then(wanted("l.flags", run))
                        .then(
                                ", flagging = array(select unnest(l.flagging) union select unnest(l.flags) except select unnest(")
                        .then(wanted("l.flags", run))
                        .then(
                                ")) where l.export_id = ? and l.address = any (?)",
                                export,
                                addresses.toArray(byte[][]::new)));
    }

    /** Records that they have left them. */
    public void left(Connection database, UUID run, UUID export, Collection<byte[]> addresses) throws SQLException {
        update(
                database,
                Sql.of("update ledger l set flagging = ")
                        .then(wanted("l.flagging", run))
                        .then(
                                " where l.export_id = ? and l.address = any (?)",
                                export,
                                addresses.toArray(byte[][]::new)));
    }

    private static Sql wanted(String flags, UUID run) {
        return Sql.of("array(select m.segment_id from unnest(" + flags + ") as m(segment_id) where ")
                .then(Contacts.wantedThere(run))
                .then(")");
    }

    /** Records that fields of contacts are about to be taken back: until there is an answer they may be set or not. */
    public void clearing(Connection database, UUID export, Collection<byte[]> addresses) throws SQLException {
        update(database, Sql.of("""
                update ledger set flagging = array(select unnest(flagging) union select unnest(flags)), flags = '{}'
                where export_id = ? and address = any (?)""", export, addresses.toArray(byte[][]::new)));
    }

    /**
     * Records that the destination seems to have a contact no longer: whoever wants it sends it again. What comes back then tells:
     * another id is a new contact, and with the same one what is known of it stays true.
     */
    public void contactLost(Connection database, String contact) throws SQLException {
        update(database, Sql.of("update ledger set fingerprint = null where contact_id = ?", contact));
    }

    /**
     * The same of a contact that was found by an address at which some things were taken off, while others may be wanted at it: by
     * another address, as people there gave it this one. Not if somebody opted out of the address.
     */
    public void contactLost(Connection database, UUID run, byte[] address, String contact) throws SQLException {
        update(database, Sql.of("""
                update ledger set fingerprint = null where contact_id = ? and address <> ?
                  and not exists (select from opted_out_address o where o.run_id = ? and o.address = ?)
                  and not exists (select from desired d where d.run_id = ? and d.address = ? and d.reason = 'OPTED_OUT')""", contact, address, run, address, run, address));
    }

    /** Records by what the destination knows a contact of which no answer had told that, or that it knew by another id. */
    public void identified(Connection database, UUID export, byte[] address, String contact) throws SQLException {
        update(
                database,
                Sql.of(
                        "update ledger set contact_id = ? where export_id = ? and address = ?",
                        contact,
                        export,
                        address));
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> byte[][] bytes(Collection<T> rows, Function<T, byte[]> column) {
        return rows.stream().map(column).toArray(byte[][]::new);
    }

    /** An array as text, because PostgreSQL has no arrays of arrays of different lengths. */
    private static String array(Collection<?> values) {
        return values.stream()
                .map(value -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
