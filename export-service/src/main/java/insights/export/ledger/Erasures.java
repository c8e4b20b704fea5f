package insights.export.ledger;

import insights.common.address.EmailAddress;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Erased profiles on their way out of the destination, and the proof that they are. */
@ApplicationScoped
public class Erasures {

    private static final int FORGET = 1_000;

    private final Database database;
    private final Fingerprints fingerprints;
    private final SealedAddresses sealed;
    private final Clock clock;

    Erasures(Database database, Fingerprints fingerprints, SealedAddresses sealed, Clock clock) {
        this.database = database;
        this.fingerprints = fingerprints;
        this.sealed = sealed;
        this.clock = clock;
    }

    /**
     * Notes that profiles were erased, for every export that knows of them or is being delivered at this moment. May be
     * repeated. In the caller's transaction.
     *
     * @param addresses those that the profiles had, by their ids, as far as that was told
     */
    public void request(Connection connection, List<String> profiles, Map<String, List<String>> addresses)
            throws SQLException {
        String[] ids = profiles.toArray(String[]::new);
        Database.update(connection, Sql.of("""
                insert into erasure (export_id, profile_id, requested_at)
                select e.id, p.id, ? from export e cross join unnest(?) as p(id)
                where exists (select from ledger l where l.export_id = e.id and l.profile_id = p.id)
                   or exists (select from rejection j join run r on r.id = j.run_id
                              where r.export_id = e.id and j.profile_id = p.id)
                   or exists (select from rejection j join run r on r.id = j.run_id
                              where r.export_id = e.id and j.other_profile_id = p.id)
                   or exists (select from former_contact f where f.connection_id = e.ledger_connection_id and f.profile_id = p.id)
                   or exists (select from run r where r.export_id = e.id and r.status = 'PROCESSING')
                on conflict do nothing""", clock.instant(), ids));
        for (Map.Entry<String, List<String>> profile : new TreeMap<>(addresses).entrySet()) {
            keep(connection, profile.getKey(), profile.getValue());
        }
    }

    /** It may have been told of the profile before, with others or none. */
    private void keep(Connection connection, String profile, List<String> texts) throws SQLException {
        List<byte[]> before = Database.list(
                connection,
                Sql.of("select addresses from erasure where profile_id = ? order by export_id for update", profile),
                row -> row.getBytes(1));
        if (before.isEmpty()) {
            return;
        }
        List<String> all = new ArrayList<>(texts);
        before.forEach(some ->
                sealed.open(profile, some).stream().map(EmailAddress::sent).forEach(all::add));
        List<EmailAddress> addresses = SealedAddresses.addresses(all);
        if (!addresses.isEmpty()) {
            Database.update(
                    connection,
                    Sql.of(
                            "update erasure set addresses = ? where profile_id = ?",
                            sealed.seal(profile, addresses),
                            profile));
        }
    }

    /**
     * An export with erasures to be done.
     *
     * @param ledger whose ledger it is in
     * @param export the export: the same, or the one that left the connection
     * @param connection the connection that the ledger is about, whether or not the export is attached to it now
     */
    public record PendingExport(UUID ledger, UUID export, UUID connection) {

        /** Whether the export left that connection. */
        public boolean isFormer() {
            return !ledger.equals(export);
        }
    }

    /** All exports with erasures to be done. */
    public List<PendingExport> exports() {
        return database.transaction(connection -> Database.list(
                connection,
                Sql.of("""
                        select id, coalesce(former_of, id), ledger_connection_id from export
                        where id in (select export_id from erasure)"""),
                row -> new PendingExport(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class))));
    }

    /** Forgets the erased profiles of an export whose connection is gone: the destination cannot be reached any more. */
    public void forget(Connection connection, UUID export) throws SQLException {
        String after = "";
        for (List<Erasure> next = next(export, after, FORGET); !next.isEmpty(); next = next(export, after, FORGET)) {
            for (Erasure erasure : next) {
                done(connection, export, erasure, Erasure.Outcome.CONNECTION_GONE);
            }
            after = next.getLast().profileId();
        }
    }

    /** The next ones of an export, in the order of their ids. */
    public List<Erasure> next(UUID export, String after, int limit) {
        Sql sql = Sql.of("""
                select e.profile_id, e.requested_at, l.address, l.contact_id, l.memberships, l.flags,
                       exists (select from ledger o where o.contact_id = l.contact_id and o.profile_id <> e.profile_id), e.addresses,
                       l.unanswered
                from (select profile_id, requested_at, export_id, addresses from erasure where export_id = ? and profile_id > ? order by profile_id limit ?) e
                left join lateral (
                  select address, contact_id, memberships || joining as memberships, flags || flagging as flags,
                         contact_id is null and rejection is null as unanswered
                  from ledger where export_id = e.export_id and profile_id = e.profile_id
                  union all
                  select f.address, f.contact_id, '{}', '{}', false from former_contact f
                  where f.profile_id = e.profile_id
                    and f.connection_id = (select ledger_connection_id from export where id = e.export_id)
                    and not exists (select from ledger k where k.export_id = e.export_id and k.profile_id = f.profile_id
                                      and k.contact_id = f.contact_id)) l on true
                order by e.profile_id""", export, after, limit);
        return database.transaction(connection -> {
            Map<String, Erasure> erasures = new LinkedHashMap<>();
            Database.list(connection, sql, row -> {
                String profile = row.getString(1);
                Instant requestedAt = row.getObject(2, OffsetDateTime.class).toInstant();
                Erasure erasure =
                        erasures.computeIfAbsent(profile, id -> new Erasure(id, requestedAt, new ArrayList<>()));
                if (row.getBytes(3) != null) {
                    erasure.contacts().add(contact(row, sealed.open(profile, row.getBytes(8))));
                }
                return erasure;
            });
            return List.copyOf(erasures.values());
        });
    }

    private Erasure.Contact contact(ResultSet row, List<EmailAddress> addresses) throws SQLException {
        byte[] address = row.getBytes(3);
        return new Erasure.Contact(
                row.getString(4),
                address,
                addresses.stream()
                        .filter(email -> Arrays.equals(fingerprints.of(email), address))
                        .findFirst()
                        .orElse(null),
                uuids(row.getArray(5)),
                uuids(row.getArray(6)),
                row.getBoolean(7),
                row.getBoolean(9));
    }

    /** Whether the export still has a contact in some audience. */
    public boolean isStillThere(UUID export, byte[] address) {
        Sql sql = Sql.of("""
                select from ledger where export_id = ? and address = ?
                  and cardinality(memberships || joining || flags || flagging) > 0""", export, address);
        return database.transaction(connection -> Database.first(connection, sql, row -> true))
                .isPresent();
    }

    /** Forgets a profile, and keeps the proof; in the transaction of the run. */
    public void done(Connection connection, UUID export, Erasure erasure, Erasure.Outcome outcome) throws SQLException {
        String profile = erasure.profileId();
        for (String forget : List.of(
                "delete from ledger where export_id = ? and profile_id = ?",
                "delete from rejection where run_id in (select id from run where export_id = ?) and profile_id = ?",
                "delete from desired where run_id in (select id from run where export_id = ?) and profile_id = ?",
                "delete from former_contact where connection_id = (select ledger_connection_id from export where id = ?) and profile_id = ?",
                "delete from erasure where export_id = ? and profile_id = ?")) {
            Database.update(connection, Sql.of(forget, export, profile));
        }
        // Until the last export has done it, they tell whose the address is, too.
        Database.update(connection, Sql.of("""
                update rejection set other_profile_id = null
                where other_profile_id = ? and not exists (select from erasure where profile_id = ?)""", profile, profile));
        Database.update(
                connection,
                Sql.of(
                        "insert into erasure_proof (export_id, profile, requested_at, erased_at, outcome) values (?, ?, ?, ?, ?)",
                        export,
                        fingerprints.ofProfile(profile),
                        erasure.requestedAt(),
                        clock.instant(),
                        outcome.name()));
    }

    private static List<UUID> uuids(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }
}
