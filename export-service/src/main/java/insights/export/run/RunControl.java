package insights.export.run;

import insights.common.sql.Sql;
import insights.export.destination.Flow;
import insights.export.destination.Gate;
import insights.export.progress.Counts;
import insights.export.progress.Phase;
import insights.export.progress.Plan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** The run as its delivery sees it: it may be stopped before every request, and every commit is fenced. */
public interface RunControl extends Gate {

    /** Id of the run. */
    UUID id();

    /** Whether somebody confirmed that many people may be removed. */
    boolean removalsConfirmed();

    /** Whether somebody who may run the export confirmed that an audience may grow that much. */
    boolean growthConfirmed();

    /** Whether somebody confirmed that a field may be emptied at most contacts. */
    boolean emptyingConfirmed();

    /** Begins work on a thread of its own, which belongs to the run in logs and traces. */
    void start(Runnable work);

    /** Says how requests flow, which people who follow the run are told. */
    void flows(Flow flow);

    /** Says that a phase begins, and how many steps it has. */
    void phase(Phase phase, long total);

    /** Records what the comparison found, and what is going to be asked of the destination. */
    void compared(Found found, Plan plan);

    /**
     * Changes the database and the counters of the run in one transaction, which fails when the lease was lost.
     *
     * @throws StopRunException {@link StopReason#LEASE_LOST}
     */
    void commit(Counts counts, Change change);

    /**
     * The same by one statement, for what is done after every request: one way to the database and back instead of several.
     *
     * @param change changes at least one row, and that only {@code where exists (select from held)}
     * @throws StopRunException {@link StopReason#LEASE_LOST}
     */
    void commit(Counts counts, Sql change);

    /**
     * What people are told of the comparison.
     *
     * @param profiles distinct members of the segments
     * @param eligible those that can be exported
     * @param unchanged of these, the ones whose contacts are as they should be
     */
    record Found(long profiles, long eligible, long unchanged) {}

    /** A change of the database. */
    @FunctionalInterface
    interface Change {
        void apply(Connection database) throws SQLException;
    }
}
