package insights.segment.value;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.field.Field;
import insights.segment.rule.RuleValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Counts values. */
@ApplicationScoped
class FieldValueRepository {

    /** How many profiles are counted at most, about; with fewer the numbers are exact. */
    private static final long MOST = 200_000;

    /** Profiles are chosen by their ids, so that it is the same ones each time. */
    private static final int SHARES = 1 << 20;

    /** PostgreSQL keeps it for its plans, within a few per cent; below zero before it has looked the first time. */
    private static final Sql PROFILES =
            Sql.of("select greatest(reltuples, 0) from pg_class where oid = 'profile'::regclass");

    private static final String COUNTED = """
            with counted as materialized (
                select p.attributes -> ? as value, count(*) as profiles from profile p
                where p.attributes -> ? is not null and (hashtextextended(p.profile_id, 0) & %d) < ?
                group by 1),
            totals as (select coalesce(sum(profiles), 0)::bigint as filled, count(*) as different from counted)
            select totals.filled, totals.different, found.text, found.type, found.profiles
            from totals left join lateral (
                select value #>> '{}' as text, jsonb_typeof(value) as type, profiles from counted
                where profiles >= ? and (?::text is null or strpos(lower(value #>> '{}'), lower(?)) > 0)
                order by profiles desc, value limit ?) found on true
            order by found.profiles desc, found.text""".formatted(SHARES - 1);

    /** @param least how many profiles must share a value for it to be shown */
    FieldValueService.Count count(Connection connection, Field field, String search, int least, int limit)
            throws SQLException {
        long profiles =
                Database.first(connection, PROFILES, row -> row.getLong(1)).orElse(0L);
        long shares = profiles <= MOST ? SHARES : Math.max(1, SHARES * MOST / profiles);
        double scale = (double) SHARES / shares;
        List<FieldValue> items = new ArrayList<>();
        List<long[]> totals = Database.list(
                connection, Sql.of(COUNTED, field.name(), field.name(), shares, least, search, search, limit), row -> {
                    if (row.getString("text") != null) {
                        items.add(new FieldValue(value(row), Math.round(row.getLong("profiles") * scale)));
                    }
                    return new long[] {row.getLong("different"), row.getLong("filled")};
                });
        long filled = totals.getFirst()[1];
        return new FieldValueService.Count(
                List.copyOf(items), totals.getFirst()[0], filled, Math.round(filled * scale), shares < SHARES);
    }

    private static RuleValue value(ResultSet row) throws SQLException {
        String text = row.getString("text");
        return switch (row.getString("type")) {
            case "number" -> new RuleValue.Number(new BigDecimal(text));
            case "boolean" -> new RuleValue.Truth(Boolean.parseBoolean(text));
            default -> new RuleValue.Text(text);
        };
    }
}
