package insights.common.sql;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Plain SQL, for what works on sets of rows rather than on objects: imports, refreshes, streams. */
@ApplicationScoped
public class Database {

    private static final Sql NOW = Sql.of("select clock_timestamp()");

    private final DataSource dataSource;

    public Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Work on one connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Makes a value of the row that the result set stands on. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** A connection on which a transaction has begun, for work that goes on beyond one method; it ends with
     * {@link #complete}. */
    public Connection begin() {
        try {
            Connection connection = dataSource.getConnection();
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Does the work in the transaction that is under way, or else in one of its own: all of it, or none if it throws. */
    public <T> T transaction(Work<T> work) {
        return QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE ? joined(work) : own(work);
    }

    /** The number of rows changed by one statement that is a transaction of its own: one way to the database and back. */
    public long statement(Sql sql) {
        try (Connection connection = dataSource.getConnection()) {
            return update(connection, sql);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private <T> T joined(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private <T> T own(Work<T> work) {
        return complete(begin(), work);
    }

    /** Does the last of the work on a connection from {@link #begin()}, commits or else rolls back, and closes it. */
    public static <T> T complete(Connection connection, Work<T> work) {
        try (connection) {
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (Throwable e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Closing a connection would commit what was done; what went wrong first is what matters. */
    private static void rollBack(Connection connection, Throwable because) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    /**
     * What time it is at the database: for moments of which it is asked which came first. Clocks of replicas are seconds apart,
     * and there is one database.
     */
    public static Instant now(Connection connection) throws SQLException {
        return first(connection, NOW, row -> row.getObject(1, OffsetDateTime.class))
                .orElseThrow()
                .toInstant();
    }

    public static <T> List<T> list(Connection connection, Sql sql, Row<T> row) throws SQLException {
        try (PreparedStatement statement = sql.prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(row.of(rows));
            }
            return found;
        }
    }

    public static <T> Optional<T> first(Connection connection, Sql sql, Row<T> row) throws SQLException {
        return list(connection, sql, row).stream().findFirst();
    }

    /** The number of rows changed. */
    public static long update(Connection connection, Sql sql) throws SQLException {
        try (PreparedStatement statement = sql.prepare(connection)) {
            return statement.executeLargeUpdate();
        }
    }
}
