package insights.segment.erasure;

import insights.common.problem.DatabaseTrouble;
import insights.common.problem.Problem;
import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** One after the other: whoever erases people, opts them out, or merges a file. Merging a large one may take longer than a caller waits. */
@ApplicationScoped
public class ProfilesLock {

    private static final int RETRY_AFTER_SECONDS = 30;

    private final ErasureConfig config;

    ProfilesLock(ErasureConfig config) {
        this.config = config;
    }

    /**
     * Takes the lock until the transaction ends.
     *
     * @throws insights.common.problem.Problem 503 when it is not free in time
     */
    public void take(Connection connection) throws SQLException {
        String wait = config.maxWait().toMillis() + "ms";
        Database.list(connection, Sql.of("select set_config('lock_timeout', ?, true)", wait), row -> Boolean.TRUE);
        try {
            JobLock.take(connection, Tombstones.LOCK);
        } catch (SQLException e) {
            if (!DatabaseTrouble.isLocked(e)) {
                throw e;
            }
            throw Problem.unavailable(
                    "A file is being merged into the profiles right now: do it again in a minute.",
                    RETRY_AFTER_SECONDS);
        }
    }
}
