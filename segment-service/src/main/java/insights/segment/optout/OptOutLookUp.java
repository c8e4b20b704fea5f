package insights.segment.optout;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.erasure.ErasureKey;
import insights.segment.erasure.Fingerprints;
import insights.segment.field.FieldRepository;
import insights.segment.field.FieldRole;
import insights.segment.optout.OptedOut.Candidate;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks up people by their ids, those included who have no profile any more. */
@ApplicationScoped
class OptOutLookUp {

    /** Of one address; it may be one that a company has for all its customers without one. */
    private static final int MOST = 10;

    private final OptedOut optedOut;
    private final FieldRepository fields;
    private final ErasureKey key;
    private final Database database;

    OptOutLookUp(OptedOut optedOut, FieldRepository fields, ErasureKey key, Database database) {
        this.optedOut = optedOut;
        this.fields = fields;
        this.key = key;
        this.database = database;
    }

    /** All of it as it is at one moment. */
    InternalOptOutResource.Found lookUp(List<String> profileIds, List<String> optOutKeys) {
        return database.transaction(connection -> {
            List<Integer> erased = erased(connection, profileIds);
            BitSet out = optedOut.among(connection, candidates(connection, profileIds));
            erased.forEach(out::set);
            List<String> keys = amongKeys(connection, optOutKeys);
            return new InternalOptOutResource.Found(
                    at(profileIds, out.stream().boxed().toList()),
                    keys,
                    keys.isEmpty() ? Map.of() : people(connection, keys),
                    at(profileIds, erased));
        });
    }

    private static List<String> at(List<String> all, List<Integer> places) {
        return places.stream().map(all::get).distinct().toList();
    }

    private static List<String> amongKeys(Connection connection, List<String> optOutKeys) throws SQLException {
        byte[][] addresses = optOutKeys.stream().map(OptOutKeys::fingerprint).toArray(byte[][]::new);
        return at(optOutKeys, OptedOut.addresses(connection, addresses));
    }

    /** Who opted out last comes before others; keys of whom nobody is known are left out. */
    private static Map<String, List<String>> people(Connection connection, List<String> optOutKeys)
            throws SQLException {
        Map<String, List<String>> people = new HashMap<>();
        Sql sql = Sql.of("""
                select asked.place, who.profile_id from unnest(?) with ordinality as asked (address, place)
                cross join lateral (
                  select o.profile_id, max(o.since) as since
                  from opt_out_address a join opt_out o on o.person = a.person and o.profile_id is not null
                  where a.address = asked.address group by o.profile_id order by 2 desc, 1 limit ?) who
                order by asked.place, who.since desc, who.profile_id""", optOutKeys.stream().map(OptOutKeys::fingerprint).toArray(byte[][]::new), MOST);
        Database.list(connection, sql, row -> people.computeIfAbsent(
                        optOutKeys.get(row.getInt(1) - 1), key -> new ArrayList<>())
                .add(row.getString(2)));
        return people;
    }

    private List<Candidate> candidates(Connection connection, List<String> profileIds) throws SQLException {
        Sql addresses = OptOutAddresses.texts("attributes", fields.withRole(connection, FieldRole.EMAIL));
        return Database.list(
                connection,
                Sql.of("select asked.profile_id, ").then(addresses).then("""
                                 from unnest(?) with ordinality as asked (profile_id, place)
                                left join profile on profile.profile_id = asked.profile_id collate "C"
                                order by place""", (Object)
                        profileIds.toArray(String[]::new)),
                row -> new Candidate(row.getString(1), Arrays.asList((String[])
                        row.getArray(2).getArray())));
    }

    private List<Integer> erased(Connection connection, List<String> profileIds) throws SQLException {
        Fingerprints fingerprints = key.fingerprints();
        return Database.list(
                connection,
                Sql.of(
                        "select place::integer - 1 from unnest(?) with ordinality as asked (fingerprint, place)"
                                + " join tombstone using (fingerprint) order by place",
                        (Object) profileIds.stream().map(fingerprints::ofId).toArray(byte[][]::new)),
                row -> row.getInt(1));
    }
}
