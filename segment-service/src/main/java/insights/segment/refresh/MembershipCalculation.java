package insights.segment.refresh;

import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.common.sql.Sql;
import insights.segment.announcement.AnnouncementRepository;
import insights.segment.definition.ActiveSegments;
import insights.segment.definition.SegmentCompiler;
import insights.segment.definition.UnfitSegment;
import insights.segment.erasure.Tombstones;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Finds out who is in which segment ({@link ComputedTable}) and what that changes ({@link MembershipChange}): of everybody,
 * or, where the members that there are tell the rest ({@link Counting}), of those who are touched by a change.
 */
@ApplicationScoped
class MembershipCalculation {

    private static final Logger LOG = Logger.getLogger(MembershipCalculation.class);

    /**
     * Workers hand their rows over for nothing, or else PostgreSQL would look at all profiles alone; and the hash tables of
     * a million profiles stay in memory. Both are given back with the transaction.
     */
    private static final Sql PLAN =
            Sql.of("select set_config('parallel_tuple_cost', '0', true), set_config('work_mem', '64MB', true)");

    /** Changes for ever when profiles are removed: erased, or left out of a file that replaces all. */
    private static final Sql REMOVALS = Sql.of("""
            select (select count(*) from tombstone)
                + (select coalesce(sum(removed), 0) from profile_import where status = 'SUCCESSFUL')""");

    private static final Sql FORGET_REMOVED = Sql.of("""
            delete from computed
            where not exists (select from profile where profile.profile_id = computed.profile_id)""");

    private final SegmentCompiler segments;
    private final AnnouncementRepository announcements;

    MembershipCalculation(SegmentCompiler segments, AnnouncementRepository announcements) {
        this.segments = segments;
        this.announcements = announcements;
    }

    /** Does all of it in the transaction of the connection, which the caller commits. */
    void run(Connection connection, StartedRefresh refresh) throws SQLException {
        ActiveSegments active = segments.compileActive(connection, refresh.startedAt());
        Counting counting = Counting.of(connection, active, segments.compileActive(connection, Instant.EPOCH));
        Database.list(connection, PLAN, row -> Boolean.TRUE);
        MembershipChange change;
        if (!counting.isOfEverybody() && TouchedProfiles.find(connection, counting)) {
            ComputedTable.createOfTouched(connection, KeptMembers.together(active));
            change = MembershipChange.OF_TOUCHED;
        } else {
            counting = counting.ofEverybody();
            lookAtEverybody(connection, active);
            change = MembershipChange.since(connection);
        }
        change.apply(connection, refresh, counting);
        counting.save(connection, refresh);
        noteUnfit(connection, refresh, active.unfit());
        finish(connection, refresh);
    }

    private static void lookAtEverybody(Connection connection, ActiveSegments active) throws SQLException {
        TouchedProfiles.forget(connection);
        long removals = removals(connection);
        ComputedTable.create(connection, KeptMembers.together(active));
        // Nobody is removed from here on: memberships of somebody who is gone must not be written.
        JobLock.queue(connection, Tombstones.LOCK);
        if (removals(connection) != removals) {
            Database.update(connection, FORGET_REMOVED);
        }
    }

    private static void noteUnfit(Connection connection, StartedRefresh refresh, List<UnfitSegment> unfit)
            throws SQLException {
        for (UnfitSegment segment : unfit) {
            LOG.warnf("Refresh %s left a segment as it was: %s", refresh.id(), segment.detail());
            Database.update(
                    connection,
                    Sql.of("""
                            insert into refresh_failure (refresh_id, segment_id, version, field, detail)
                            select ?, id, ?, ?, ? from segment where id = ?""", refresh.id(), segment.version(), segment.field(), segment.detail(), segment.id()));
        }
    }

    private static long removals(Connection connection) throws SQLException {
        return Database.first(connection, REMOVALS, row -> row.getLong(1)).orElseThrow();
    }

    private void finish(Connection connection, StartedRefresh refresh) throws SQLException {
        Instant now = Database.now(connection);
        long finished = Database.update(connection, Sql.of("""
                        update refresh set status = 'SUCCESSFUL', finished_at = ?
                        where id = ? and status = 'RUNNING' and attempts = ?""", now, refresh.id(), refresh.attempts()));
        if (finished != 1) {
            throw new IllegalStateException("another process has taken over the refresh " + refresh.id());
        }
        announcements.add(connection, refresh.id(), now);
    }
}
