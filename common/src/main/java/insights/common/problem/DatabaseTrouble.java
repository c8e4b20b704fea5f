package insights.common.problem;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.function.Predicate;

/** Tells a database that is away, or has no room, from a fault of ours. */
public final class DatabaseTrouble {

    /** PostgreSQL's code for a lock that was not free in time. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String DISK_FULL = "53100";

    /** What the driver calls unexpected; of the pool, that nobody waits any longer for the connection that is being made. */
    private static final String INTERRUPTED = "99999";

    private DatabaseTrouble() {}

    /**
     * Whether the same may work in a moment: by the classes of PostgreSQL's error codes (PostgreSQL documentation, appendix
     * A), connection exceptions, shortage of anything, and the server being stopped or started.
     */
    public static boolean isAway(Throwable thrown) {
        return any(thrown, DatabaseTrouble::isAway);
    }

    /** Whether it has no room for what is to be written. */
    public static boolean isFull(Throwable thrown) {
        return any(thrown, sql -> DISK_FULL.equals(sql.getSQLState()));
    }

    /** Whether somebody else kept what was wanted for longer than one waits for it. */
    public static boolean isLocked(Throwable thrown) {
        return any(thrown, sql -> LOCK_NOT_AVAILABLE.equals(sql.getSQLState()));
    }

    /** What to tell a caller then. */
    public static HttpProblem lockedProblem() {
        return Problem.unavailable(
                "Somebody else is changing this, and is not done yet: nothing was changed. Try again in a moment.");
    }

    /** Why, as the driver or the pool says it; neither repeats values. */
    public static String reason(Throwable thrown) {
        SQLException sql = Causes.find(thrown, SQLException.class);
        return sql == null || sql.getMessage() == null
                ? thrown.getClass().getSimpleName()
                : sql.getMessage().strip();
    }

    /** What to tell a caller then. */
    static HttpProblem problem(Throwable thrown) {
        return Problem.unavailable(
                isFull(thrown)
                        ? "The database has no room left: nothing was changed. Tell whoever runs this service."
                        : "The database does not answer: nothing was changed. Try again in a moment.");
    }

    private static boolean any(Throwable thrown, Predicate<SQLException> test) {
        SQLException sql = Causes.find(thrown, SQLException.class);
        while (sql != null && !test.test(sql)) {
            sql = Causes.find(sql.getCause(), SQLException.class);
        }
        return sql != null;
    }

    private static boolean isAway(SQLException exception) {
        String state = exception.getSQLState();
        if (state == null) {
            // Those of the connection pool have none: no connection within the time that one waits for it, or a closed
            // one.
            return exception instanceof SQLTransientConnectionException
                    || exception instanceof SQLRecoverableException
                    || isOfThePool(exception);
        }
        if (state.equals(INTERRUPTED)) {
            return isOfThePool(exception);
        }
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }

    private static boolean isOfThePool(SQLException exception) {
        for (StackTraceElement frame : exception.getStackTrace()) {
            if (frame.getClassName().startsWith("io.agroal.")) {
                return true;
            }
        }
        return false;
    }
}
