package insights.common.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** A database as in production: one role owns it and migrates, the service signs in as another. */
public abstract class TwoRoleDatabase extends PostgresResource {

    /** Where the tests themselves reach the database, as a superuser. */
    public static final String URL_PROPERTY = "insights.test.database";

    private static final String PASSWORD = "for-tests";

    private final String name;

    /** @param name of the database, with which the names of its roles begin */
    protected TwoRoleDatabase(String name) {
        this.name = name;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(super.start());
        String superuser = config.get("quarkus.datasource.jdbc.url");
        System.setProperty(URL_PROPERTY, superuser.replace("/postgres?", "/" + name + "?"));
        config.putAll(make(superuser, name));
        return config;
    }

    /**
     * Makes the database and its roles on a server.
     *
     * @param superuser JDBC address of the server's database {@code postgres}, with the superuser's name in its query
     * @return how a service gets there
     */
    public static Map<String, String> make(String superuser, String name) {
        try (Connection connection = DriverManager.getConnection(superuser);
                Statement sql = connection.createStatement()) {
            sql.execute("create role %s_owner login password '%s'".formatted(name, PASSWORD));
            sql.execute("create role %s_service login password '%s'".formatted(name, PASSWORD));
            sql.execute("create database %1$s owner %1$s_owner".formatted(name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url",
                withoutQuery(superuser).replaceAll("/postgres$", "/" + name),
                "quarkus.datasource.username",
                name + "_service",
                "quarkus.datasource.password",
                PASSWORD,
                "quarkus.flyway.username",
                name + "_owner",
                "quarkus.flyway.password",
                PASSWORD);
    }

    /** Executes what only the owner of the database may, in the one that was started last. */
    protected static void asOwner(String name, String statement) {
        String url = withoutQuery(System.getProperty(URL_PROPERTY));
        try (Connection connection = DriverManager.getConnection(url, name + "_owner", PASSWORD);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String withoutQuery(String url) {
        return url.replaceAll("\\?.*", "");
    }
}
