package insights.segment.refresh;

import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.common.sql.Sql;
import insights.segment.announcement.AnnouncementRepository;
import insights.segment.definition.CompiledSegment;
import insights.segment.definition.SegmentCompiler;
import insights.segment.profile.Tombstones;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/**
 * Finds out who is in which segment. One statement looks at every profile once and evaluates all rules on it, which makes
 * one consistent snapshot of it; {@link MembershipChange} does the rest.
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

    /** Changes for ever when profiles are removed: erased, or left out of a file that replaces all. */
    private static final Sql REMOVALS = Sql.of("""
            select (select count(*) from tombstone)
                + (select coalesce(sum(removed), 0) from profile_import where status = 'SUCCESSFUL')""");

    private static final Sql FORGET_REMOVED = Sql.of("""
            delete from computed
            where not exists (select from profile where profile.profile_id = computed.profile_id)""");

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
        long removals = removals(connection);
        Database.update(connection, computed(active));
        // Nobody is removed from here on: memberships of somebody who is gone must not be written.
        JobLock.take(connection, Tombstones.LOCK);
        if (removals(connection) != removals) {
            Database.update(connection, FORGET_REMOVED);
        }
        MembershipChange.since(connection).apply(connection, refresh, active);
        finish(connection, refresh);
    }

    private static long removals(Connection connection) throws SQLException {
        return Database.first(connection, REMOVALS, row -> row.getLong(1)).orElseThrow();
    }

    private static Sql computed(List<CompiledSegment> active) {
        List<Sql> cases = active.stream()
                .map(segment ->
                        Sql.of("case when ").then(segment.condition()).then(" then ?::integer end", segment.number()))
                .toList();
        return Sql.of(BEGIN_COMPUTED).then(Sql.join(", ", cases)).then(END_COMPUTED);
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
