package insights.segment.optout;

import insights.common.address.EmailAddress;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.erasure.ErasureKey;
import insights.segment.erasure.Fingerprints;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/** Keeps the addresses of people who opted out, as fingerprints. */
@ApplicationScoped
class OptOutAddresses {

    private static final int BATCH = 1_000;

    private static final String INSERT = """
            insert into opt_out_address (address, person)
            select distinct address, person from unnest(?, ?) as found (address, person)
            on conflict do nothing""";

    private final ErasureKey key;

    OptOutAddresses(ErasureKey key) {
        this.key = key;
    }

    /** The texts of fields of a profile, as an array; null where a field has none. */
    static Sql texts(String attributes, List<String> fields) {
        if (fields.isEmpty()) {
            return Sql.of("array[]::text[]");
        }
        return Sql.of(
                "array[" + String.join(", ", Collections.nCopies(fields.size(), attributes + " ->> ?")) + "]::text[]",
                fields.toArray());
    }

    /** The same of a profile with its id, which may be an address, too. */
    static Sql textsAndId(String profile, List<String> fields) {
        return texts(profile + ".attributes", fields).then(" || " + profile + ".profile_id::text");
    }

    /** The address that an id is; none where it is none. */
    static List<EmailAddress> ofId(String profileId) {
        return EmailAddress.mayBeWithin(profileId) ? EmailAddress.within(profileId) : List.of();
    }

    /**
     * Keeps whatever addresses somebody may have meant by the texts.
     *
     * @param people selects fingerprints of people who opted out, and arrays of texts
     */
    void keep(Connection connection, Sql people) throws SQLException {
        Fingerprints fingerprints = key.fingerprints();
        List<byte[]> addresses = new ArrayList<>();
        List<byte[]> persons = new ArrayList<>();
        try (PreparedStatement statement = people.prepare(connection)) {
            statement.setFetchSize(BATCH);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    byte[] person = rows.getBytes(1);
                    for (EmailAddress address : within(rows.getArray(2))) {
                        addresses.add(fingerprints.ofAddress(address));
                        persons.add(person);
                    }
                    if (addresses.size() >= BATCH) {
                        insert(connection, addresses, persons);
                    }
                }
            }
        }
        insert(connection, addresses, persons);
    }

    private static List<EmailAddress> within(Array texts) throws SQLException {
        List<EmailAddress> found = new ArrayList<>();
        // What the file says is mostly what the profile has already.
        for (String text : new HashSet<>(Arrays.asList((String[]) texts.getArray()))) {
            if (text != null) {
                found.addAll(EmailAddress.within(text));
            }
        }
        return found;
    }

    private static void insert(Connection connection, List<byte[]> addresses, List<byte[]> persons)
            throws SQLException {
        if (!addresses.isEmpty()) {
            Database.update(connection, Sql.of(INSERT, addresses.toArray(byte[][]::new), (Object)
                    persons.toArray(byte[][]::new)));
            addresses.clear();
            persons.clear();
        }
    }
}
