package insights.export.worker;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.progress.Counts;
import insights.export.progress.Phase;
import insights.export.progress.Plan;
import insights.export.progress.Speed;
import insights.export.run.RunControl;
import jakarta.enterprise.context.ApplicationScoped;

/** What a worker writes of the run that it holds: how far it is, and with that what it delivered. */
@ApplicationScoped
class HeldRunRepository {

    /** See {@link Speed}. A step of the comparison counts one; later a step counts its share of the phase's requests. */
    private static final String SPEED =
            """

            pace_requests = pace_requests * %1$s
                          + ? * case when total > 0 then coalesce(phase_requests, total)::float8 / total else 0 end,
            pace_seconds = pace_seconds * %1$s + extract(epoch from clock_timestamp() - paced_at),
            paced_at = clock_timestamp()""".formatted("exp(-extract(epoch from clock_timestamp() - paced_at)::float8 / " + Speed.MEMORY + ")");

    private final Database database;

    HeldRunRepository(Database database) {
        this.database = database;
    }

    /** Forgets what the destination refused before, if somebody asked for that; once, however often the run is begun. */
    void forgetRejectionsIfAsked(Claim claim) {
        Sql asked = Fence.update(claim, Sql.of("retry_rejected = false")).then(" and retry_rejected");
        database.transaction(connection -> {
            // Not in one statement: PostgreSQL would look through the ledgers of all exports, whether somebody asked or
            // not.
            if (Database.update(connection, asked) > 0) {
                Database.update(connection, Sql.of("""
                        update ledger set rejection = null, rejected_fingerprint = null
                        where export_id = ? and rejection is not null""", claim.export()));
            }
            return null;
        });
    }

    /** Remembers where the work on the run belongs in a trace. */
    void traced(Claim claim, String traceParent) {
        Sql traced = Sql.of("trace_parent = ?", traceParent);
        database.transaction(connection -> Fence.update(connection, claim, traced));
    }

    /**
     * Begins a phase. Speed is measured anew when it is the comparison, and when that is over.
     *
     * @param plan null while comparing
     */
    void phase(Claim claim, Phase phase, long total, Plan plan) {
        require(
                claim,
                Sql.of(
                        """
                        phase = ?, total = ?, done = 0,
                        pace_requests = case when phase_requests is null then 0 else pace_requests end,
                        pace_seconds = case when phase_requests is null then 0 else pace_seconds end,
                        paced_at = case when phase_requests is null then clock_timestamp() else paced_at end,
                        phase_requests = ?::bigint, later_requests = ?::bigint""",
                        phase.name(),
                        total,
                        plan == null ? null : plan.of(phase),
                        plan == null ? null : plan.after(phase)));
    }

    void compared(Claim claim, RunControl.Found found) {
        require(
                claim,
                Sql.of(
                        """
                        profiles = ?, eligible = ?, rejected = ?,
                        contacts_unchanged = greatest(0, ? - contacts_upserted)""",
                        found.profiles(),
                        found.eligible(),
                        found.profiles() - found.eligible(),
                        found.unchanged()));
    }

    private void require(Claim claim, Sql assignments) {
        Fence.require(database.transaction(connection -> Fence.update(connection, claim, assignments)));
    }

    /** Moves the counters and applies the change, or neither. */
    void commit(Claim claim, Counts counts, long requests, RunControl.Change change) {
        database.transaction(connection -> {
            Fence.require(Fence.update(connection, claim, moved(counts, requests)));
            change.apply(connection);
            return null;
        });
    }

    /** The same by one statement. */
    void commit(Claim claim, Counts counts, long requests, Sql change) {
        Sql sql = Sql.of("with held as (")
                .then(Fence.update(claim, moved(counts, requests)))
                .then(" returning id) ")
                .then(change);
        Fence.require(database.statement(sql) > 0);
    }

    private static Sql moved(Counts counts, long requests) {
        return Sql.of(
                """
                done = done + ?, total = greatest(total, done + ?), contacts_upserted = contacts_upserted + ?, memberships_joined = memberships_joined + ?,
                memberships_left = memberships_left + ?, rejected = rejected + ?, eligible = eligible - ?,
                requests = requests + ?, lost_workers = case when ? then 0 else lost_workers end,""" + SPEED,
                counts.done(),
                counts.done(),
                counts.upserted(),
                counts.joined(),
                counts.left(),
                counts.rejected(),
                counts.ineligible(),
                requests,
                counts.isProgress(),
                counts.done());
    }
}
