package insights.segment.optout;

import insights.common.address.EmailAddress;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.erasure.ErasureKey;
import insights.segment.erasure.Fingerprints;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Who opted out, by themselves or by one of their addresses: what counts before anything is sent. */
@ApplicationScoped
public class OptedOut {

    private final ErasureKey key;

    OptedOut(ErasureKey key) {
        this.key = key;
    }

    /**
     * Somebody who may have opted out.
     *
     * @param addresses what the fields of the role EMAIL have; null where they have nothing
     */
    public record Candidate(String profileId, List<String> addresses) {}

    /** Whether anybody is: an installation in which nobody opted out pays for no fingerprints. */
    public boolean anybody(Connection connection) throws SQLException {
        return Database.first(connection, Sql.of("select exists (select from opt_out)"), row -> row.getBoolean(1))
                .orElseThrow();
    }

    /** The places of those who are opted out right now. */
    public BitSet among(Connection connection, List<Candidate> candidates) throws SQLException {
        BitSet out = new BitSet(candidates.size());
        Fingerprints fingerprints = key.fingerprints();
        byte[][] people = new byte[candidates.size()][];
        List<byte[]> addresses = new ArrayList<>(candidates.size());
        List<Integer> owners = new ArrayList<>(candidates.size());
        for (int i = 0; i < people.length; i++) {
            Candidate candidate = candidates.get(i);
            people[i] = fingerprints.ofId(candidate.profileId());
            for (EmailAddress address : addresses(candidate)) {
                addresses.add(fingerprints.ofAddress(address));
                owners.add(i);
            }
        }
        found(connection, "opt_out where person", people).forEach(out::set);
        addresses(connection, addresses.toArray(byte[][]::new)).forEach(place -> out.set(owners.get(place)));
        return out;
    }

    private static List<EmailAddress> addresses(Candidate candidate) {
        List<EmailAddress> found = new ArrayList<>(OptOutAddresses.ofId(candidate.profileId()));
        for (String text : candidate.addresses()) {
            found.addAll(text == null ? List.of() : EmailAddress.within(text));
        }
        return found;
    }

    /** The places of the addresses, as fingerprints, that are opted out right now. */
    static List<Integer> addresses(Connection connection, byte[][] fingerprints) throws SQLException {
        return found(connection, "opt_out_address where address", fingerprints);
    }

    private static List<Integer> found(Connection connection, String in, byte[][] fingerprints) throws SQLException {
        return Database.list(
                connection,
                Sql.of(
                        "select place::integer - 1 from unnest(?) with ordinality as asked (fingerprint, place)"
                                + " where exists (select from " + in + " = asked.fingerprint)",
                        (Object) fingerprints),
                row -> row.getInt(1));
    }
}
