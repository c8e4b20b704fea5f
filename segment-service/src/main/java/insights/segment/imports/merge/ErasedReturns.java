package insights.segment.imports.merge;

import insights.common.address.EmailAddress;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.erasure.Fingerprints;
import insights.segment.erasure.Tombstones;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds lines by which somebody who was erased would come back under another id: they have the address of such a person,
 * and no profile with that id has it already. Who shared the address with the erased person before stays as they are.
 */
@ApplicationScoped
public class ErasedReturns {

    private static final String SELECT = """
            select staging.line,
                array(select mark from unnest(staging.address_fingerprints) as mark
                    where mark in (select fingerprint from erased_address)),
                array(select profile.attributes ->> name from unnest(?) as name) || profile.profile_id
            from staging left join profile on profile.profile_id = staging.profile_id
            where staging.line in (
                select held.line from staging as held cross join unnest(held.address_fingerprints) as mark
                where mark in (select fingerprint from erased_address))""";

    private final Tombstones tombstones;

    ErasedReturns(Tombstones tombstones) {
        this.tombstones = tombstones;
    }

    /** The numbers of the lines. */
    public List<Long> lines(Connection connection, List<String> addressFields) throws SQLException {
        Fingerprints fingerprints = tombstones.fingerprints();
        List<Long> found = new ArrayList<>();
        Database.list(connection, Sql.of(SELECT, (Object) addressFields.toArray(String[]::new)), row -> {
                    Set<List<Byte>> had = new HashSet<>();
                    for (String text : (String[]) row.getArray(3).getArray()) {
                        if (text != null) {
                            EmailAddress.within(text)
                                    .forEach(address -> had.add(bytes(fingerprints.ofAddress(address))));
                        }
                    }
                    return had.containsAll(fingerprints(row.getArray(2)))
                            ? Collections.<Long>emptyList()
                            : List.of(row.getLong(1));
                })
                .forEach(found::addAll);
        return found;
    }

    private static List<List<Byte>> fingerprints(Array array) throws SQLException {
        return Arrays.stream((byte[][]) array.getArray())
                .map(ErasedReturns::bytes)
                .toList();
    }

    private static List<Byte> bytes(byte[] fingerprint) {
        List<Byte> bytes = new ArrayList<>(fingerprint.length);
        for (byte b : fingerprint) {
            bytes.add(b);
        }
        return bytes;
    }
}
