package insights.segment.refresh;

import insights.segment.announcement.AnnouncementRepository;
import insights.segment.definition.CompiledSegment;
import insights.segment.definition.SegmentCompiler;
import insights.segment.profile.Tombstones;
import insights.segment.sql.Database;
import insights.segment.sql.JobLock;
import insights.segment.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/**
 * Finds out who is in which segment. One statement looks at every profile once and evaluates all rules on it, which makes
 * one consistent snapshot of it; the rest works on the difference to the refresh before.
 */
@ApplicationScoped
class MembershipCalculation {

    /**
     * Workers hand their rows over for nothing, or else PostgreSQL would look at all profiles alone; and the hash tables of
     * a million profiles stay in memory. Both are given back with the transaction.
     */
    private static final Sql PLAN =
            Sql.of("select set_config('parallel_tuple_cost', '0', true), set_config('work_mem', '64MB', true)");

    /** A row for every profile; null for those in no segment. */
    private static final String BEGIN_COMPUTED = """
            create temporary table computed on commit drop as
            select p.profile_id, nullif(array_remove(array[""";

    private static final String END_COMPUTED = "]::integer[], null), '{}') as segments from profile p";

    private static final String CHANGED = """
            create temporary table changed on commit drop as
            select coalesce(now.profile_id, before.profile_id) as profile_id, before.segments as old, now.segments as new
            from computed now
            full join (select profile_id, segments from membership where until is null) before
                on before.profile_id = now.profile_id
            where now.segments is distinct from before.segments""";

    /** Many profiles are in the same segments, so they are counted by combination first. */
    private static final String RESULT = """
            with combination as materialized (
                select segments, count(*) as profiles from computed group by segments),
            change as materialized (
                select old, new, count(*) as profiles from changed group by old, new)
            insert into refresh_segment (refresh_id, segment_id, version, size, joined, departed)
            select ?, active.id, active.version,
                (select coalesce(sum(profiles), 0) from combination where active.number = any (segments)),
                (select coalesce(sum(profiles), 0) from change
                    where active.number = any (new) and (active.number = any (old)) is not true),
                (select coalesce(sum(profiles), 0) from change
                    where active.number = any (old) and (active.number = any (new)) is not true)
            from unnest(?::uuid[], ?::integer[], ?::bigint[]) as active (id, number, version)
            where exists (select from segment where segment.id = active.id)""";

    private final SegmentCompiler segments;
    private final AnnouncementRepository announcements;
    private final Clock clock;

    MembershipCalculation(SegmentCompiler segments, AnnouncementRepository announcements, Clock clock) {
        this.segments = segments;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Does all of it in the transaction of the connection, which the caller commits. */
    void run(Connection connection, StartedRefresh refresh) throws SQLException {
        List<CompiledSegment> active = segments.compileActive(connection, refresh.startedAt());
        Database.list(connection, PLAN, row -> Boolean.TRUE);
        Database.update(connection, computed(active));
        Database.update(connection, Sql.of("analyze computed"));
        // Nobody is erased from here on: memberships of somebody who is gone must not be written.
        JobLock.take(connection, Tombstones.LOCK);
        Database.update(connection, Sql.of(CHANGED));
        Database.update(connection, Sql.of("analyze changed"));
        Database.update(connection, result(refresh, active));
        apply(connection, refresh.number());
        finish(connection, refresh);
    }

    private static Sql computed(List<CompiledSegment> active) {
        List<Sql> cases = active.stream()
                .map(segment ->
                        Sql.of("case when ").then(segment.condition()).then(" then ?::integer end", segment.number()))
                .toList();
        return Sql.of(BEGIN_COMPUTED).then(Sql.join(", ", cases)).then(END_COMPUTED);
    }

    private static Sql result(StartedRefresh refresh, List<CompiledSegment> active) {
        return Sql.of(
                RESULT,
                refresh.id(),
                texts(active, CompiledSegment::id),
                texts(active, CompiledSegment::number),
                texts(active, CompiledSegment::version));
    }

    private static String[] texts(List<CompiledSegment> active, Function<CompiledSegment, Object> value) {
        return active.stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    private static void apply(Connection connection, int number) throws SQLException {
        Database.update(connection, Sql.of("""
                        update membership set until = ? from changed
                        where membership.profile_id = changed.profile_id and until is null""", number));
        Database.update(connection, Sql.of("""
                        insert into membership (profile_id, since, segments)
                        select profile_id, ?, new from changed
                        where new is not null and exists (select from profile where profile.profile_id = changed.profile_id)
                        order by profile_id""", number));
        Database.update(connection, Sql.of("""
                        delete from membership
                        where until <= (select max(number) from refresh where status = 'SUCCESSFUL')"""));
        Database.update(connection, Sql.of("analyze membership (profile_id, since, until)"));
    }

    private void finish(Connection connection, StartedRefresh refresh) throws SQLException {
        long finished = Database.update(connection, Sql.of("""
                        update refresh set status = 'SUCCESSFUL', finished_at = ?
                        where id = ? and status = 'RUNNING' and attempts = ?""", clock.instant(), refresh.id(), refresh.attempts()));
        if (finished != 1) {
            throw new IllegalStateException("another process has taken over the refresh " + refresh.id());
        }
        announcements.add(connection, refresh.id(), clock.instant());
    }
}
