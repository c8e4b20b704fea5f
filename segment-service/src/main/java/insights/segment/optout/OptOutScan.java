package insights.segment.optout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.erasure.ErasureKey;
import insights.segment.erasure.Fingerprints;
import insights.segment.field.FieldRepository;
import insights.segment.field.FieldRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes through the profiles that are there when the role of a field changes: those that have it true are opted out from then
 * on, and the addresses of everybody who opted out are kept.
 */
@ApplicationScoped
class OptOutScan {

    private static final int PAGE = 5_000;

    private static final String INSERT = """
            insert into opt_out (person, source, since, profile_id)
            select distinct on (person, source) person, source, ?::timestamptz, profile_id
            from unnest(?, ?, ?) as found (person, source, profile_id)
            on conflict do nothing""";

    private final FieldRepository fields;
    private final OptOutAddresses addresses;
    private final ErasureKey key;
    private final ObjectMapper json;

    OptOutScan(FieldRepository fields, OptOutAddresses addresses, ErasureKey key, ObjectMapper json) {
        this.fields = fields;
        this.addresses = addresses;
        this.key = key;
        this.json = json;
    }

    private record Row(String profileId, String values) {}

    /**
     * Does all of it in the transaction of the connection.
     *
     * @param optOutFields those whose values are taken over
     * @return how many opt-outs there are more
     */
    long run(Connection connection, List<String> optOutFields, Instant now) throws SQLException {
        List<String> emailFields = fields.withRole(connection, FieldRole.EMAIL);
        Fingerprints fingerprints = key.fingerprints();
        long found = 0;
        String last = "";
        List<Row> page;
        do {
            page = page(connection, last, optOutFields);
            found += take(connection, page, optOutFields, fingerprints, now);
            keepAddresses(connection, page, emailFields, fingerprints);
            last = page.isEmpty() ? last : page.getLast().profileId();
        } while (page.size() == PAGE);
        return found;
    }

    private static List<Row> page(Connection connection, String after, List<String> optOutFields) throws SQLException {
        return Database.list(
                connection,
                Sql.of("""
                        select profile_id, (select coalesce(jsonb_object_agg(key, value), '{}')
                                            from jsonb_each(attributes) where key = any (?))
                        from profile where profile_id > ? order by profile_id limit ?""", optOutFields.toArray(String[]::new), after, PAGE),
                row -> new Row(row.getString(1), row.getString(2)));
    }

    private long take(
            Connection connection, List<Row> page, List<String> optOutFields, Fingerprints fingerprints, Instant now)
            throws SQLException {
        List<byte[]> people = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Row row : page) {
            JsonNode values = values(row);
            for (String field : optOutFields) {
                if (StoredOptOut.isOut(values.get(field))) {
                    people.add(fingerprints.ofId(row.profileId()));
                    sources.add(field);
                    ids.add(row.profileId());
                }
            }
        }
        return people.isEmpty()
                ? 0
                : Database.update(
                        connection,
                        Sql.of(
                                INSERT,
                                now,
                                people.toArray(byte[][]::new),
                                sources.toArray(String[]::new),
                                ids.toArray(String[]::new)));
    }

    private void keepAddresses(
            Connection connection, List<Row> page, List<String> emailFields, Fingerprints fingerprints)
            throws SQLException {
        String[] ids = page.stream().map(Row::profileId).toArray(String[]::new);
        byte[][] people =
                page.stream().map(row -> fingerprints.ofId(row.profileId())).toArray(byte[][]::new);
        addresses.keep(
                connection,
                Sql.of("select known.person, ")
                        .then(OptOutAddresses.textsAndId("profile", emailFields))
                        .then("""
                                 from unnest(?, ?) as known (profile_id, person)
                                join profile on profile.profile_id = known.profile_id
                                where exists (select from opt_out where opt_out.person = known.person)""", ids, (Object) people));
    }

    private JsonNode values(Row row) {
        try {
            return json.readTree(row.values());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
