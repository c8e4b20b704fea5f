package insights.export.worker;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.run.StopReason;
import insights.export.run.StopRunException;
import java.sql.Connection;
import java.sql.SQLException;

/** Every write of a worker to its run names the epoch of the claim: who lost the lease can write no more. */
final class Fence {

    private Fence() {}

    /** Changes the run; false when the lease was lost. */
    static boolean update(Connection connection, Claim claim, Sql assignments) throws SQLException {
        return Database.update(connection, update(claim, assignments)) == 1;
    }

    /** What changes the run, or no row when the lease was lost. */
    static Sql update(Claim claim, Sql assignments) {
        return Sql.of("update run set ")
                .then(assignments)
                .then(" where id = ? and epoch = ? and status = 'PROCESSING'", claim.run(), claim.epoch());
    }

    /** @throws StopRunException {@link StopReason#LEASE_LOST}, unless the lease is held */
    static void require(boolean held) {
        if (!held) {
            throw new StopRunException(StopReason.LEASE_LOST, "Another worker has taken over this run.");
        }
    }
}
