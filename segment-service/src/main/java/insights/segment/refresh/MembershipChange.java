package insights.segment.refresh;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.definition.UnfitSegment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Function;

/**
 * Brings the memberships from what they were to what was computed, and records how they changed. Where there were none,
 * there is nothing to compare with.
 */
enum MembershipChange {
    /** Everybody in a segment has joined it. */
    FIRST(
            null,
            "select null::integer[] as old, segments as new, profiles from combination",
            "select profile_id, segments as new from computed",
            Parts.COUNTED),
    /** The difference is in the table {@code changed}. */
    LATER("""
            create temporary table changed on commit drop as
            select coalesce(now.profile_id, before.profile_id) as profile_id, before.segments as old, now.segments as new
            from computed now
            full join (select profile_id, segments from membership where until is null) before
                on before.profile_id = now.profile_id
            where now.segments is distinct from before.segments""", Parts.GROUPED, Parts.CHANGED, Parts.COUNTED),
    /** The same of those who are touched: everybody else is where they were, and so are the sizes. */
    OF_TOUCHED("""
            create temporary table changed on commit drop as
            select touched.profile_id, before.segments as old, now.segments as new
            from touched
            left join computed now on now.profile_id = touched.profile_id
            left join membership before on before.profile_id = touched.profile_id and before.until is null
            where now.segments is distinct from before.segments""", Parts.GROUPED, Parts.CHANGED, Parts.CARRIED);

    /** Texts that several of them have. */
    private static final class Parts {

        static final String GROUPED = "select old, new, count(*) as profiles from changed group by old, new";
        static final String CHANGED = "select profile_id, new from changed";

        static final String COUNTED =
                "(select coalesce(sum(profiles), 0) from combination where moved.number = any (segments))";

        static final String CARRIED = """
                case when moved.known then coalesce((
                    select found.size from refresh_segment found join refresh on refresh.id = found.refresh_id
                    where found.segment_id = moved.id order by refresh.number desc limit 1), 0) else 0 end
                + moved.joined - moved.departed""";
    }

    /**
     * Many profiles are in the same segments, so they are counted by combination first. Who was taken out since the refresh
     * before by an import or an erasure has no membership any more to compare with; those were counted then. Those of a
     * segment that could not be computed wait for the refresh that counts them.
     */
    private static final String RESULT = """
            with combination as materialized (
                select segments, count(*) as profiles from computed group by segments),
            change as materialized (%s),
            gone as (delete from departure returning segments, profiles),
            kept as (
                insert into departure (segments, profiles)
                select array(select unnest(segments) intersect select unnest(?::integer[])), profiles
                from gone where segments && ?::integer[]),
            moved as (
                select active.*,
                    (select coalesce(sum(profiles), 0) from change
                        where active.number = any (new) and (active.number = any (old)) is not true) as joined,
                    (select coalesce(sum(profiles), 0) from change
                        where active.number = any (old) and (active.number = any (new)) is not true)
                    + (select coalesce(sum(profiles), 0) from gone where active.number = any (segments)) as departed
                from unnest(?::uuid[], ?::integer[], ?::bigint[], ?::boolean[], ?::text[], ?::text[])
                    as active (id, number, version, known, counted, reason)
                where exists (select from segment where segment.id = active.id))
            insert into refresh_segment (refresh_id, segment_id, version, size, joined, departed, counted, reason)
            select ?, id, version, %s, joined, departed, counted, reason from moved""";

    private static final String OPEN = """
            insert into membership (profile_id, since, segments)
            select profile_id, ?, new from (%s) as change where new is not null""";

    /** Below this PostgreSQL's own analyzing is soon enough. */
    private static final long MANY = 20_000;

    private final String difference;
    private final String result;
    private final String open;

    MembershipChange(String difference, String change, String members, String size) {
        this.difference = difference;
        this.result = RESULT.formatted(change, size);
        this.open = OPEN.formatted(members);
    }

    /** What there is to do to the memberships that there are. */
    static MembershipChange since(Connection connection) throws SQLException {
        boolean some = Database.first(
                        connection,
                        Sql.of("select exists (select from membership where until is null)"),
                        row -> row.getBoolean(1))
                .orElseThrow();
        return some ? LATER : FIRST;
    }

    /** Takes what was computed from the temporary table {@code computed}. */
    void apply(Connection connection, StartedRefresh refresh, Counting counting) throws SQLException {
        Integer[] unfit = counting.unfit().stream().map(UnfitSegment::number).toArray(Integer[]::new);
        if (difference != null) {
            Database.update(connection, Sql.of("analyze computed"));
            Database.update(connection, Sql.of(difference));
            Database.update(connection, Sql.of("analyze changed"));
        }
        Database.update(
                connection,
                Sql.of(
                        result,
                        unfit,
                        unfit,
                        texts(counting, part -> part.segment().id()),
                        texts(counting, part -> part.segment().number()),
                        texts(counting, part -> part.segment().version()),
                        texts(counting, Counting.Part::known),
                        texts(counting, Counting.Part::counted),
                        texts(counting, Counting.Part::reason),
                        refresh.id()));
        if (difference != null) {
            Database.update(connection, Sql.of("""
                            update membership set until = ? from changed
                            where membership.profile_id = changed.profile_id and until is null""", refresh.number()));
        }
        long opened = Database.update(connection, Sql.of(open, refresh.number()));
        Database.update(connection, Sql.of("""
                        delete from membership
                        where until <= (select max(number) from refresh where status = 'SUCCESSFUL')"""));
        if (this != OF_TOUCHED || opened > MANY) {
            Database.update(connection, Sql.of("analyze membership (profile_id, since, until)"));
        }
    }

    private static String[] texts(Counting counting, Function<Counting.Part, Object> value) {
        return counting.parts().stream()
                .map(value)
                .map(one -> Objects.toString(one, null))
                .toArray(String[]::new);
    }
}
