package insights.common.sql;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A lock that all replicas see and that belongs to a transaction: a process that dies gives it back, because PostgreSQL
 * ends its transactions. It locks no rows.
 */
public final class JobLock {

    private JobLock() {}

    /** Takes the lock of this name until the transaction ends, unless another transaction has it. */
    public static boolean tryTake(Connection connection, String name) throws SQLException {
        return Database.first(
                        connection,
                        Sql.of("select pg_try_advisory_xact_lock(hashtextextended(?, 0))", name),
                        row -> row.getBoolean(1))
                .orElseThrow();
    }

    /**
     * Takes the lock of this name until the transaction ends, as soon as it is free: for jobs that take turns, however long
     * another one takes. From then on the transaction waits for rows without an end too.
     */
    public static void queue(Connection connection, String name) throws SQLException {
        Database.list(connection, Sql.of("select set_config('lock_timeout', '0', true)"), row -> Boolean.TRUE);
        take(connection, name);
    }

    /**
     * Takes the lock of this name until the transaction ends; when it is not free within {@code insights.database.lock}, or
     * what the transaction set instead, this is PostgreSQL's {@code lock_not_available}.
     */
    public static void take(Connection connection, String name) throws SQLException {
        Database.list(
                connection, Sql.of("select pg_advisory_xact_lock(hashtextextended(?, 0))", name), row -> Boolean.TRUE);
    }
}
