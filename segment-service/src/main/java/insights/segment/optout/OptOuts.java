package insights.segment.optout;

import insights.common.address.EmailAddress;
import insights.common.audit.AuditLog;
import insights.common.audit.Changes;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.audit.SegmentAction;
import insights.segment.erasure.ErasureKey;
import insights.segment.erasure.Fingerprints;
import insights.segment.erasure.ProfilesLock;
import insights.segment.field.FieldRepository;
import insights.segment.field.FieldRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The opt-outs of single people: why, and what administrators enter. */
@ApplicationScoped
public class OptOuts {

    private final OptOutRepository optOuts;
    private final OptOutAddresses addresses;
    private final FieldRepository fields;
    private final ErasureKey key;
    private final ProfilesLock lock;
    private final AuditLog audit;
    private final Database database;

    OptOuts(
            OptOutRepository optOuts,
            OptOutAddresses addresses,
            FieldRepository fields,
            ErasureKey key,
            ProfilesLock lock,
            AuditLog audit,
            Database database) {
        this.optOuts = optOuts;
        this.addresses = addresses;
        this.fields = fields;
        this.key = key;
        this.lock = lock;
        this.audit = audit;
        this.database = database;
    }

    /** Why the person is opted out; empty when they are not. */
    public List<OptOutReason> reasons(Connection connection, String profileId) throws SQLException {
        Fingerprints fingerprints = key.fingerprints();
        return optOuts.reasons(connection, fingerprints.ofId(profileId), current(connection, profileId, fingerprints));
    }

    /**
     * Opts a person out, or ends what made them so; also somebody who has no profile here now. What others with the same
     * address said is not ended: it is in the answer.
     *
     * @return why the person is opted out now
     */
    @Transactional
    public List<OptOutReason> enter(String profileId, boolean optedOut, String reason) {
        Fingerprints fingerprints = key.fingerprints();
        byte[] person = fingerprints.ofId(profileId);
        return database.transaction(connection -> {
            lock.take(connection);
            byte[][] people = withNameless(person, current(connection, profileId, fingerprints));
            boolean before = optOuts.isOut(connection, people);
            boolean changes = optedOut
                    ? optOuts.entered(connection, person)
                            .filter(entered -> reason.equals(entered.reason()))
                            .isEmpty()
                    : before;
            if (changes) {
                if (optedOut) {
                    optOuts.enter(
                            connection, person, existing(connection, profileId), reason, Database.now(connection));
                    keepAddresses(connection, person, profileId);
                    // There may be no profile of that id, and whoever has the address is meant.
                    addresses.keep(connection, Sql.of("select ?::bytea, array[?::text]", person, profileId));
                } else {
                    optOuts.end(connection, people);
                }
                // The trail is kept for good, and the profile may be erased: it is named as its tombstone would be.
                audit.record(
                        SegmentAction.OPT_OUT_ENTERED,
                        HexFormat.of().formatHex(person),
                        null,
                        Changes.none().with("optedOut", before, optedOut).with("reason", null, reason));
            }
            return reasons(connection, profileId);
        });
    }

    /** A profile is erased: its opt-outs stay, without its name. */
    public void forget(Connection connection, String profileId) throws SQLException {
        byte[] person = key.fingerprints().ofId(profileId);
        keepAddresses(connection, person, profileId);
        optOuts.forget(connection, person);
    }

    private void keepAddresses(Connection connection, byte[] person, String profileId) throws SQLException {
        addresses.keep(
                connection,
                Sql.of("select ?, ", (Object) person)
                        .then(OptOutAddresses.textsAndId("profile", fields.withRole(connection, FieldRole.EMAIL)))
                        .then(
                                " from profile where profile_id = ? and exists (select from opt_out where person = ?)",
                                profileId,
                                person));
    }

    /** Lines without an id opt out whoever has the address, under the name of the address. */
    private static byte[][] withNameless(byte[] person, byte[][] addresses) {
        return Stream.concat(Stream.of(person), Arrays.stream(addresses)).toArray(byte[][]::new);
    }

    private static String existing(Connection connection, String profileId) throws SQLException {
        return Database.first(
                        connection,
                        Sql.of("select profile_id from profile where profile_id = ?", profileId),
                        row -> row.getString(1))
                .orElse(null);
    }

    private byte[][] current(Connection connection, String profileId, Fingerprints fingerprints) throws SQLException {
        Set<EmailAddress> found = new LinkedHashSet<>(OptOutAddresses.ofId(profileId));
        Database.list(
                        connection,
                        Sql.of(
                                "select attributes ->> name from profile, unnest(?) as name where profile_id = ?",
                                fields.withRole(connection, FieldRole.EMAIL).toArray(String[]::new),
                                profileId),
                        row -> row.getString(1))
                .forEach(text -> found.addAll(text == null ? List.of() : EmailAddress.within(text)));
        return found.stream().map(fingerprints::ofAddress).toArray(byte[][]::new);
    }
}
