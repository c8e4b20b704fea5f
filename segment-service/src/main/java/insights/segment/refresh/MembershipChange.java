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
            "select null::integer[] as old, segments as new, profiles from combination",
            Parts.COUNTED,
            "select profile_id, segments as new from computed") {

        @Override
        void close(Connection connection, StartedRefresh refresh) {
            // There are none.
        }
    },
    /** The difference is in the table {@code changed}. */
    LATER(Parts.GROUPED, Parts.COUNTED, "select profile_id, new from changed") {

        @Override
        void close(Connection connection, StartedRefresh refresh) throws SQLException {
            Database.update(connection, Sql.of("analyze computed (profile_id)"));
            Database.update(connection, Sql.of("""
                            create temporary table changed on commit drop as
                            select coalesce(now.profile_id, before.profile_id) as profile_id,
                                before.segments as old, now.segments as new
                            from computed now
                            full join (select profile_id, segments from membership where until is null) before
                                on before.profile_id = now.profile_id
                            where now.segments is distinct from before.segments"""));
            Database.update(connection, Sql.of("analyze changed (profile_id)"));
            Database.update(connection, Sql.of("""
                            update membership set until = ? from changed
                            where membership.profile_id = changed.profile_id and until is null""", refresh.number()));
        }
    },
    /**
     * The same of those who are touched: everybody else is where they were, and so are the sizes. Each place of a membership is
     * read once: what is no longer so is closed where it is found, and who was in no segment gets the first row at once.
     */
    OF_TOUCHED(Parts.GROUPED, Parts.CARRIED, "select profile_id, new from changed where old is not null") {

        @Override
        void close(Connection connection, StartedRefresh refresh) throws SQLException {
            Database.update(connection, Sql.of("analyze computed (profile_id)"));
            Database.update(connection, Sql.of("""
                            create temporary table changed
                                (profile_id text collate "C", old integer[], new integer[]) on commit drop"""));
            Database.update(connection, Sql.of("""
                            with compared as (
                                merge into membership
                                using (select touched.profile_id, computed.segments
                                    from touched left join computed on computed.profile_id = touched.profile_id) as now
                                on membership.profile_id = now.profile_id and membership.until is null
                                when matched and membership.segments is distinct from now.segments then
                                    update set until = ?
                                when not matched and now.segments is not null then
                                    insert (profile_id, since, segments) values (now.profile_id, ?, now.segments)
                                returning now.profile_id, old.segments as old, now.segments as new)
                            insert into changed select profile_id, old, new from compared""", refresh.number(), refresh.number()));
        }
    };

    /** Texts that several of them have. */
    private static final class Parts {

        static final String GROUPED = "select old, new, count(*) as profiles from changed group by old, new";

        static final String COUNTED = "coalesce((select size from sizes where sizes.number = moved.number), 0)";

        /** The refresh before has it, but for a segment that could not be computed then. */
        static final String CARRIED = """
                case when moved.known then coalesce(
                    (select found.size from refresh_segment found
                        where found.segment_id = moved.id and found.refresh_id = (
                            select id from refresh where status = 'SUCCESSFUL' order by number desc limit 1)),
                    (select found.size from refresh_segment found join refresh on refresh.id = found.refresh_id
                        where found.segment_id = moved.id order by refresh.number desc limit 1),
                    0) else 0 end
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
            came as (
                select number, sum(profiles) as joined from change cross join unnest(new) as number
                where (number = any (old)) is not true group by number),
            went as (
                select number, sum(profiles) as departed
                from (select number, profiles from change cross join unnest(old) as number
                        where (number = any (new)) is not true
                    union all select number, profiles from gone cross join unnest(segments) as number) as each
                group by number),
            sizes as (
                select number, sum(profiles) as size from combination cross join unnest(segments) as number
                group by number),
            moved as (
                select active.*, coalesce(joined, 0) as joined, coalesce(departed, 0) as departed
                from unnest(?::uuid[], ?::integer[], ?::bigint[], ?::boolean[], ?::text[], ?::text[])
                    as active (id, number, version, known, counted, reason)
                left join came on came.number = active.number
                left join went on went.number = active.number
                where exists (select from segment where segment.id = active.id))
            insert into refresh_segment (refresh_id, segment_id, version, size, joined, departed, counted, reason)
            select ?, id, version, %s, joined, departed, counted, reason from moved""";

    private static final String OPEN = """
            insert into membership (profile_id, since, segments)
            select profile_id, ?, new from (%s) as change where new is not null""";

    /** Below this PostgreSQL's own analyzing is soon enough. */
    private static final long MANY = 20_000;

    private final String result;
    private final String open;

    MembershipChange(String change, String size, String members) {
        this.result = RESULT.formatted(change, size);
        this.open = OPEN.formatted(members);
    }

    /** Finds who is in other segments than before, and closes the rows that say so. */
    abstract void close(Connection connection, StartedRefresh refresh) throws SQLException;

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
        close(connection, refresh);
        Integer[] unfit = counting.unfit().stream().map(UnfitSegment::number).toArray(Integer[]::new);
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
