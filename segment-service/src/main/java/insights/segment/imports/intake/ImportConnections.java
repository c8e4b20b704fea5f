package insights.segment.imports.intake;

import insights.common.problem.Problem;
import insights.common.sql.Database;
import insights.common.sql.DatabaseException;
import insights.common.sql.JobLock;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The connections of imports. Each is kept from the first line to the end of the merge, however slowly the lines are
 * sent, so a replica takes in a few files at once and leaves connections for everybody else.
 */
@ApplicationScoped
public class ImportConnections {

    private static final Logger LOG = Logger.getLogger(ImportConnections.class);
    private static final int RETRY_AFTER_SECONDS = 30;

    private final Database database;
    private final Semaphore free;

    ImportConnections(Database database, @ConfigProperty(name = "insights.import.at-once") int atOnce) {
        this.database = database;
        this.free = new Semaphore(atOnce);
    }

    /**
     * One on which a transaction has begun, to be given back by {@link #complete} or {@link #rollBack}.
     *
     * @throws insights.common.problem.HttpProblem 503 when there are as many as there may be
     */
    public Connection begin() {
        return begin(Optional.empty());
    }

    /** The same, whose transaction has the lock of this name from the beginning. */
    public Connection begin(String lock) {
        return begin(Optional.of(lock));
    }

    private Connection begin(Optional<String> lock) {
        if (!free.tryAcquire()) {
            throw Problem.unavailable(
                    "As many files are being imported as this service takes at once: send this one again later.",
                    RETRY_AFTER_SECONDS);
        }
        Connection connection = null;
        try {
            connection = database.begin();
            if (lock.isPresent()) {
                JobLock.take(connection, lock.get());
            }
            waitForWhoeverSends(connection);
            return connection;
        } catch (SQLException e) {
            rollBack(connection);
            throw new DatabaseException(e);
        } finally {
            if (connection == null) {
                free.release();
            }
        }
    }

    /**
     * Its lines come as slowly as they are sent, and its locks are its own: nobody waits for this transaction. Nor does vacuum, as
     * long as the last statement is this one: PostgreSQL keeps the snapshot of a query until the next statement.
     */
    private static void waitForWhoeverSends(Connection connection) throws SQLException {
        Database.update(connection, Sql.of("set local idle_in_transaction_session_timeout = 0"));
    }

    /** Does the last of the work and commits, or else rolls back. */
    public <T> T complete(Connection connection, Database.Work<T> work) {
        try {
            return Database.complete(connection, work);
        } finally {
            free.release();
        }
    }

    public void rollBack(Connection connection) {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debug("The connection of an import is gone already", e);
        } finally {
            free.release();
        }
    }
}
