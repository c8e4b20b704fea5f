package insights.segment.field;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue of fields, and the figures about them. */
@ApplicationScoped
public class FieldRepository {

    /** How many profiles the figures are taken from at most; with fewer profiles the figures are exact. */
    static final int SAMPLE = 20_000;

    /**
     * The sample is taken by the ids, so that it is the same profiles each time whatever else is in them: figures of a
     * field change with its values only, and not because other fields came.
     */
    private static final int SHARES = 1 << 20;

    /**
     * Something before one @, and a domain with a dot and no empty part after it: addresses that only a mail server could
     * tell from real ones pass, names and telephone numbers do not. The length of the part before the @ is compared apart,
     * because counting in the expression makes it forty times as slow, and two asterisks, under which an address is hidden, as well.
     */
    private static final String EMAIL =
            "^[^\\s@<>(),;:\"\u2022\u25cf\u2219\u00b7]+@[[:alnum:]]([[:alnum:]-]*[[:alnum:]])?(\\.[[:alnum:]]([[:alnum:]-]*[[:alnum:]])?)+$";

    /**
     * The number of distinct values is estimated from the sample by Duj1, the estimator of PostgreSQL's own ANALYZE
     * (Haas and Stokes, 1998): n·d / (n − f1 + f1·n/N).
     */
    private static final String STATISTICS = """
            with sampled as (
                select attributes from profile where (hashtextextended(profile_id, 0) & %d) < ?),
            taken as (select greatest(count(*), 1)::float8 as profiles from sampled),
            value_counts as (
                select key, value, count(*) as times
                from sampled cross join jsonb_each(attributes)
                group by key, value),
            figures as (
                select key,
                    sum(times)::float8 as filled,
                    count(*)::float8 as different,
                    count(*) filter (where times = 1)::float8 as once,
                    coalesce(sum(times) filter (where jsonb_typeof(value) = 'string' and strpos(value #>> '{}', '@') <= 65
                            and strpos(value #>> '{}', '**') = 0 and value #>> '{}' ~ ?), 0)::float8
                        as emails
                from value_counts
                group by key)
            update field set
                filled = coalesce(figures.filled / taken.profiles, 0),
                distinct_estimate = coalesce(round(figures.filled * figures.different
                    / (figures.filled - figures.once
                        + figures.once * taken.profiles / ?)), 0),
                email = coalesce(figures.emails / figures.filled, 0)
            from field as known
            left join figures on figures.key = known.name
            cross join taken
            where field.name = known.name
            """.formatted(SHARES - 1);

    private static final Sql SELECT =
            Sql.of("select name, type, filled, distinct_estimate, email, role, last_filled_at, imports_without, version"
                    + " from field");

    /** The condition that the text, an expression in SQL without parameters, looks like an address. */
    public static String looksLikeAddress(String text) {
        return "(strpos(%s, '@') <= 65 and strpos(%s, '**') = 0 and %s ~ '%s')".formatted(text, text, text, EMAIL);
    }

    public List<Field> list(Connection connection) throws SQLException {
        return Database.list(connection, SELECT.then(" order by name"), FieldRepository::field);
    }

    public Optional<Field> find(Connection connection, String name) throws SQLException {
        return Database.first(connection, SELECT.then(" where name = ?", name), FieldRepository::field);
    }

    private static Field field(ResultSet row) throws SQLException {
        String role = row.getString(6);
        OffsetDateTime lastFilled = row.getObject(7, OffsetDateTime.class);
        return Field.of(
                row.getString(1),
                FieldType.valueOf(row.getString(2)),
                row.getDouble(3),
                row.getLong(4),
                row.getDouble(5),
                role == null ? null : FieldRole.valueOf(role),
                lastFilled == null ? null : lastFilled.toInstant(),
                row.getInt(8),
                row.getLong(9));
    }

    public Map<String, Field> byName(Connection connection) throws SQLException {
        Map<String, Field> fields = new LinkedHashMap<>();
        list(connection).forEach(field -> fields.put(field.name(), field));
        return fields;
    }

    /** The names of the fields that have the role, in order. */
    public List<String> withRole(Connection connection, FieldRole role) throws SQLException {
        return Database.list(
                connection,
                Sql.of("select name from field where role = ? order by name", role.name()),
                row -> row.getString(1));
    }

    /** The fields that a file was last read for with words for true and false that were turned round. */
    public List<String> turnedRound(Connection connection) throws SQLException {
        return Database.list(
                connection, Sql.of("select name from field where turned_round order by name"), row -> row.getString(1));
    }

    /** Remembers of the fields whether the words were turned round. */
    public void turnRound(Connection connection, List<String> names, boolean turned) throws SQLException {
        Database.update(
                connection,
                Sql.of(
                        "update field set turned_round = ? where name = any (?) and turned_round <> ?",
                        turned,
                        names.toArray(String[]::new),
                        turned));
    }

    /** The fields of opt-outs that have been read by words that only their file uses for true and false. */
    public List<String> withOwnWords(Connection connection) throws SQLException {
        return Database.list(
                connection, Sql.of("select name from field where own_words order by name"), row -> row.getString(1));
    }

    /** Remembers that of the fields. */
    public void haveOwnWords(Connection connection, List<String> names) throws SQLException {
        Database.update(
                connection, Sql.of("update field set own_words = true where name = any (?) and not own_words", (Object)
                        names.toArray(String[]::new)));
    }

    /** @param role null for none */
    public void setRole(Connection connection, String name, FieldRole role) throws SQLException {
        Database.update(
                connection,
                Sql.of(
                        "update field set role = given.role, version = version + 1 from (select ?::text as role) as given"
                                + " where name = ? and field.role is distinct from given.role",
                        role == null ? null : role.name(),
                        name));
    }

    /** Takes the role of addresses from those of these fields that turn out to hold none. */
    public void withoutAddresses(Connection connection, List<String> names) throws SQLException {
        Database.update(
                connection,
                Sql.of(
                        "update field set role = null, version = version + 1"
                                + " where role = ? and name = any (?) and filled > 0 and email = 0",
                        FieldRole.EMAIL.name(),
                        names.toArray(String[]::new)));
    }

    /**
     * Notes that a file was imported.
     *
     * @param columns the fields that it had columns for
     * @param filled those of them that it had values for
     */
    public void imported(Connection connection, List<String> columns, List<String> filled, Instant now)
            throws SQLException {
        Database.update(
                connection,
                Sql.of(
                        "update field set last_filled_at = ?, imports_without = 0 where name = any (?)",
                        now,
                        filled.toArray(String[]::new)));
        Database.update(
                connection,
                Sql.of("update field set imports_without = imports_without + 1 where name <> all (?)", (Object)
                        columns.toArray(String[]::new)));
    }

    /** The fields by name, as a rule or an import needs them. */
    public Map<String, FieldType> types(Connection connection) throws SQLException {
        Map<String, FieldType> types = new LinkedHashMap<>();
        list(connection).forEach(field -> types.put(field.name(), field.type()));
        return types;
    }

    /** Adds a field, or gives it another type. */
    public void put(Connection connection, String name, FieldType type) throws SQLException {
        Database.update(
                connection,
                Sql.of(
                        "insert into field (name, type) values (?, ?) on conflict (name) do update set type = excluded.type",
                        name,
                        type.name()));
    }

    /** Whether there are so many profiles that figures are taken from a sample, which one of them more or less hardly changes. */
    public boolean isSampled(Connection connection) throws SQLException {
        return Database.first(
                        connection,
                        Sql.of("select exists (select from profile offset ? limit 1)", SAMPLE),
                        row -> row.getBoolean(1))
                .orElseThrow();
    }

    /**
     * Takes the figures anew from the profiles as they are in this transaction.
     *
     * @param profiles how many there are
     */
    public void measure(Connection connection, long profiles) throws SQLException {
        long sampled = profiles > SAMPLE ? (long) SHARES * SAMPLE / profiles : SHARES;
        Database.update(connection, Sql.of(STATISTICS, sampled, EMAIL, (double) Math.max(profiles, 1)));
    }
}
