package insights.segment.optout;

import insights.common.address.EmailAddress;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.erasure.Fingerprints;
import insights.segment.erasure.Tombstones;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the addresses of people who were erased out of a field that becomes one of addresses: what is no address when it is
 * imported is compared with nobody. Who has the same address in another field of addresses keeps it, as in an import.
 */
@ApplicationScoped
class ErasedAddresses {

    private static final int PAGE = 5_000;

    private final Tombstones tombstones;

    ErasedAddresses(Tombstones tombstones) {
        this.tombstones = tombstones;
    }

    private record Row(String profileId, String text, String[] others) {}

    /**
     * Does it in the transaction of the connection.
     *
     * @param others the fields that have been of addresses before
     */
    void takeOut(Connection connection, String field, List<String> others, Instant now) throws SQLException {
        if (!tombstones.haveAddresses(connection)) {
            return;
        }
        Fingerprints fingerprints = tombstones.fingerprints();
        String last = "";
        List<Row> page;
        do {
            page = page(connection, field, others, last);
            takeOut(connection, field, page, fingerprints, now);
            last = page.isEmpty() ? last : page.getLast().profileId();
        } while (page.size() == PAGE);
    }

    private static List<Row> page(Connection connection, String field, List<String> others, String after)
            throws SQLException {
        return Database.list(
                connection,
                Sql.of("""
                        select profile_id, attributes ->> ?, array(select attributes ->> name from unnest(?) as name)
                        from profile where profile_id > ? and attributes ->> ? is not null
                        order by profile_id limit ?""", field, others.toArray(String[]::new), after, field, PAGE),
                row -> new Row(row.getString(1), row.getString(2), (String[])
                        row.getArray(3).getArray()));
    }

    private static void takeOut(
            Connection connection, String field, List<Row> page, Fingerprints fingerprints, Instant now)
            throws SQLException {
        List<byte[]> found = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Row row : page) {
            Optional<EmailAddress> address = EmailAddress.parse(row.text());
            if (address.isPresent() && !hasElsewhere(row, address.get())) {
                found.add(fingerprints.ofAddress(address.get()));
                ids.add(row.profileId());
            }
        }
        Set<ByteBuffer> erased = erased(connection, found);
        List<String> concerned = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (erased.contains(ByteBuffer.wrap(found.get(i)))) {
                concerned.add(ids.get(i));
            }
        }
        if (!concerned.isEmpty()) {
            Database.update(
                    connection,
                    Sql.of(
                            "update profile set attributes = attributes - ?::text, updated_at = ? where profile_id ="
                                    + " any (?)",
                            field,
                            now,
                            concerned.toArray(String[]::new)));
        }
    }

    private static boolean hasElsewhere(Row row, EmailAddress address) {
        return Arrays.stream(row.others()).filter(Objects::nonNull).anyMatch(text -> EmailAddress.parse(text)
                .filter(address::equals)
                .isPresent());
    }

    private static Set<ByteBuffer> erased(Connection connection, List<byte[]> fingerprints) throws SQLException {
        return new HashSet<>(Database.list(
                connection,
                Sql.of("select fingerprint from erased_address where fingerprint = any (?)", (Object)
                        fingerprints.toArray(byte[][]::new)),
                row -> ByteBuffer.wrap(row.getBytes(1))));
    }
}
