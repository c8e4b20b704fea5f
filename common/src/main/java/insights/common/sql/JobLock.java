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

    /** Takes the lock of this name until the transaction ends, as soon as it is free. */
    public static void take(Connection connection, String name) throws SQLException {
        Database.list(
                connection, Sql.of("select pg_advisory_xact_lock(hashtextextended(?, 0))", name), row -> Boolean.TRUE);
    }
}
