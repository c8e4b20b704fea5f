package insights.segment.refresh;

import java.sql.SQLException;
import java.util.List;

/**
 * Trouble with the database that is over when the same is tried again: lost connections, deadlocks, a server that stops
 * or ends a transaction that stood still.
 *
 * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">PostgreSQL Error Codes</a>
 */
final class PassingTrouble {

    /** Connection exceptions, transaction rollbacks, operator interventions, and the timeout of idle transactions. */
    private static final List<String> CODES = List.of("08", "40", "57", "25P03");

    private PassingTrouble() {}

    /** Whether it is behind what was thrown. */
    static boolean isBehind(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return CODES.stream().anyMatch(sql.getSQLState()::startsWith);
            }
        }
        return false;
    }
}
