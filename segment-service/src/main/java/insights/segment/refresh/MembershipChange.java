package insights.segment.refresh;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.definition.ActiveSegments;
import insights.segment.definition.CompiledSegment;
import insights.segment.definition.UnfitSegment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * Brings the memberships from what they were to what was computed, and records how they changed. Where there were none,
 * there is nothing to compare with.
 */
enum MembershipChange {
    /** Everybody in a segment has joined it. */
    FIRST(
            "select null::integer[] as old, segments as new, profiles from combination",
            "select profile_id, segments as new from computed"),
    /** The difference is in the table {@code changed}. */
    LATER(
            "select old, new, count(*) as profiles from changed group by old, new",
            "select profile_id, new from changed");

    private static final Sql CHANGED = Sql.of("""
            create temporary table changed on commit drop as
            select coalesce(now.profile_id, before.profile_id) as profile_id, before.segments as old, now.segments as new
            from computed now
            full join (select profile_id, segments from membership where until is null) before
                on before.profile_id = now.profile_id
            where now.segments is distinct from before.segments""");

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
                from gone where segments && ?::integer[])
            insert into refresh_segment (refresh_id, segment_id, version, size, joined, departed)
            select ?, active.id, active.version,
                (select coalesce(sum(profiles), 0) from combination where active.number = any (segments)),
                (select coalesce(sum(profiles), 0) from change
                    where active.number = any (new) and (active.number = any (old)) is not true),
                (select coalesce(sum(profiles), 0) from change
                    where active.number = any (old) and (active.number = any (new)) is not true)
                + (select coalesce(sum(profiles), 0) from gone where active.number = any (segments))
            from unnest(?::uuid[], ?::integer[], ?::bigint[]) as active (id, number, version)
            where exists (select from segment where segment.id = active.id)""";

    private static final String OPEN = """
            insert into membership (profile_id, since, segments)
            select profile_id, ?, new from (%s) as change where new is not null""";

    private final String result;
    private final String open;

    MembershipChange(String change, String members) {
        this.result = RESULT.formatted(change);
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
    void apply(Connection connection, StartedRefresh refresh, ActiveSegments active) throws SQLException {
        List<CompiledSegment> computed = active.computable();
        Integer[] unfit = active.unfit().stream().map(UnfitSegment::number).toArray(Integer[]::new);
        if (this == LATER) {
            Database.update(connection, Sql.of("analyze computed"));
            Database.update(connection, CHANGED);
            Database.update(connection, Sql.of("analyze changed"));
        }
        Database.update(
                connection,
                Sql.of(
                        result,
                        unfit,
                        unfit,
                        refresh.id(),
                        texts(computed, CompiledSegment::id),
                        texts(computed, CompiledSegment::number),
                        texts(computed, CompiledSegment::version)));
        if (this == LATER) {
            Database.update(connection, Sql.of("""
                            update membership set until = ? from changed
                            where membership.profile_id = changed.profile_id and until is null""", refresh.number()));
        }
        Database.update(connection, Sql.of(open, refresh.number()));
        Database.update(connection, Sql.of("""
                        delete from membership
                        where until <= (select max(number) from refresh where status = 'SUCCESSFUL')"""));
        Database.update(connection, Sql.of("analyze membership (profile_id, since, until)"));
    }

    private static String[] texts(List<CompiledSegment> active, Function<CompiledSegment, Object> value) {
        return active.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
