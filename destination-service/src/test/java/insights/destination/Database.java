package insights.destination;

import insights.common.testing.TwoRoleDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks into the database of the service under test, past the service. */
public final class Database {

    private Database() {}

    /** Everything in all tables, as a dump would have it: bytes in hexadecimal, the rest as text. */
    public static String dump() {
        StringBuilder dump = new StringBuilder();
        for (String table : strings("select tablename from pg_tables where schemaname = 'public'")) {
            strings("select row_to_json(t)::text from %s t".formatted(table))
                    .forEach(row -> dump.append(row).append('\n'));
        }
        return dump.toString();
    }

    public static long count(String table, String column, String id) {
        return Long.parseLong(strings("select count(*) from %s where %s = '%s'".formatted(table, column, id))
                .getFirst());
    }

    public static void update(String statement) {
        try (Connection connection = open();
                Statement sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] bytes(String query) {
        try (Connection connection = open();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getBytes(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static List<String> strings(String query) {
        try (Connection connection = open();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection open() throws SQLException {
        return DriverManager.getConnection(System.getProperty(TwoRoleDatabase.URL_PROPERTY));
    }
}
