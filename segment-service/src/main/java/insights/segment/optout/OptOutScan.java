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
import java.util.Set;

/**
 * Goes through the profiles that are there when the role of a field changes: those that have it true are opted out from then
 * on, and the addresses of everybody who opted out are kept.
 */
@ApplicationScoped
public class OptOutScan {

    private static final int PAGE = 5_000;

    private static final String INSERT = """
            insert into opt_out (person, source, since, profile_id)
            select distinct on (person, source) person, source, ?::timestamptz, profile_id
            from unnest(?, ?, ?) as found (person, source, profile_id)
            on conflict do nothing""";

    /** Who opted out by the field before it lost the role that it has again. */
    private static final String TAKE_CONTRARY = """
            update profile set attributes = profile.attributes - ?::text, updated_at = ?
            from opt_out
            where opt_out.source = ? and opt_out.profile_id = profile.profile_id
                and lower(profile.attributes ->> ?) = any (?)""";

    private static final String COUNT = """
            with found as (
                select person, bool_or(staging.opt_outs & ? <> 0) as out, bool_or(staging.attributes is not null and staging.opt_ins & ? <> 0) as back
                from (select distinct unnest(?) as person) as people left join staging on staging.fingerprint = person
                where not exists (select from opt_out where opt_out.person = people.person and opt_out.source = ?)
                group by person)
            select count(*), count(*) filter (where out), count(*) filter (where back and out is not true) from found""";

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
        Set<String> turnedRound = Set.copyOf(fields.turnedRound(connection));
        Fingerprints fingerprints = key.fingerprints();
        long found = each(connection, optOutFields, page -> {
            long taken = take(connection, find(page, optOutFields, turnedRound), now);
            keepAddresses(connection, page, emailFields, fingerprints);
            return taken;
        });
        for (String field : optOutFields) {
            String[] contrary = StoredOptOut.plainlyIn(turnedRound.contains(field));
            Database.update(connection, Sql.of(TAKE_CONTRARY, field, now, field, field, contrary));
        }
        return found;
    }

    /**
     * What would become of people if a field that profiles have already became one of opt-outs.
     *
     * @param more opt-outs that there would be more
     * @param said those of them of whom lines in the staging table say so, too
     * @param ended those that such lines would end at once
     */
    public record Foretold(long more, long said, long ended) {}

    /** @param bit of what lines in the staging table say of the field */
    Foretold foretell(Connection connection, String field, long bit) throws SQLException {
        Set<String> turnedRound = Set.copyOf(fields.turnedRound(connection));
        long[] all = new long[3];
        each(connection, List.of(field), page -> {
            byte[][] people = find(page, List.of(field), turnedRound).people().toArray(byte[][]::new);
            Database.list(connection, Sql.of(COUNT, bit, bit, people, field), row -> {
                for (int i = 0; i < all.length; i++) {
                    all[i] += row.getLong(i + 1);
                }
                return true;
            });
            return 0;
        });
        return new Foretold(all[0], all[1], all[2]);
    }

    private interface Step {
        long of(List<Row> page) throws SQLException;
    }

    private static long each(Connection connection, List<String> optOutFields, Step step) throws SQLException {
        long found = 0;
        String last = "";
        List<Row> page;
        do {
            page = page(connection, last, optOutFields);
            found += step.of(page);
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

    private long take(Connection connection, Found found, Instant now) throws SQLException {
        return found.people().isEmpty()
                ? 0
                : Database.update(
                        connection,
                        Sql.of(
                                INSERT,
                                now,
                                found.people().toArray(byte[][]::new),
                                found.sources().toArray(String[]::new),
                                found.profileIds().toArray(String[]::new)));
    }

    /** Who opts out by the page: of each the person, the field and the profile. */
    private record Found(List<byte[]> people, List<String> sources, List<String> profileIds) {}

    private Found find(List<Row> page, List<String> optOutFields, Set<String> turnedRound) {
        Fingerprints fingerprints = key.fingerprints();
        Found found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Row row : page) {
            JsonNode values = values(row);
            for (String field : optOutFields) {
                if (StoredOptOut.isOut(values.get(field), turnedRound.contains(field))) {
                    found.people().add(fingerprints.ofId(row.profileId()));
                    found.sources().add(field);
                    found.profileIds().add(row.profileId());
                }
            }
        }
        return found;
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
