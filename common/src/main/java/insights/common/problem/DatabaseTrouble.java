package insights.common.problem;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.function.Predicate;

/** Tells a database that is away, has no room, or takes no changes, from a fault of ours. */
public final class DatabaseTrouble {

    /** PostgreSQL's code for a lock that was not free in time. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String DISK_FULL = "53100";

    /** Of a standby, and of a server or database that an operator, or its provider, has set so. */
    private static final String READ_ONLY = "25006";

    /** PostgreSQL has ended a transaction because this process stood still in it, or was at it too long. */
    private static final Set<String> ENDED_TRANSACTION = Set.of("25P03", "25P04");

    /** What the driver calls unexpected; of the pool, that nobody waits any longer for the connection that is being made. */
    private static final String INTERRUPTED = "99999";

    private DatabaseTrouble() {}

    /**
     * Whether the same may work in a moment: by the classes of PostgreSQL's error codes (PostgreSQL documentation, appendix
     * A), connection exceptions, shortage of anything, the server being stopped or started, and one that may only be read
     * because another one has taken its place, or will.
     */
    public static boolean isAway(Throwable thrown) {
        return any(thrown, DatabaseTrouble::isAway);
    }

    /** Whether it has no room for what is to be written. */
    public static boolean isFull(Throwable thrown) {
        return any(thrown, sql -> DISK_FULL.equals(sql.getSQLState()));
    }

    /** Whether it can be read and not written. */
    public static boolean isReadOnly(Throwable thrown) {
        return any(thrown, sql -> READ_ONLY.equals(sql.getSQLState()));
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
        return Problem.unavailable(words(thrown));
    }

    private static String words(Throwable thrown) {
        if (isFull(thrown)) {
            return "The database has no room left: nothing was changed. Tell whoever runs this service.";
        }
        return isReadOnly(thrown)
                ? "The database takes no changes at this moment: nothing was changed. Try again in a moment."
                : "The database does not answer: nothing was changed. Try again in a moment.";
    }

    /** Also beside what the transaction manager says of a commit that failed: there the driver's words are suppressed ones. */
    private static boolean any(Throwable thrown, Predicate<SQLException> test) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && test.test(sql)) {
                return true;
            }
            if (cause instanceof RollbackException commit) {
                for (Throwable beside : commit.getSuppressed()) {
                    if (any(beside, test)) {
                        return true;
                    }
                }
            }
        }
        return false;
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
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.equals(READ_ONLY)
                || ENDED_TRANSACTION.contains(state);
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
