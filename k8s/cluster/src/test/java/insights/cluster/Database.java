package insights.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database of the overlay {@code local}, as its superuser. */
final class Database implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final String PASSWORD = "made-up-superuser";

    private final String name;
    private final Kubectl.Forwarded port;

    /** @param name {@code destination}, {@code segment} or {@code export} */
    Database(Kubectl kubectl, String name) {
        this.name = name;
        this.port = kubectl.forward(LocalInstallation.NAMESPACE, "pod/%s-database-0".formatted(name), 5432);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect(SUPERUSER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    boolean lets(String user, String password) {
        try (Connection connection = connect(user, password)) {
            return connection.isValid(10);
        } catch (SQLException refused) {
            return false;
        }
    }

    private Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port.port(), name), user, password);
    }

    @Override
    public void close() {
        port.close();
    }
}
