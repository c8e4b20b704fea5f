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

    private final String name;

    /** @param name of the database, with which the names of its roles begin */
    protected TwoRoleDatabase(String name) {
        this.name = name;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(super.start());
        String superuser = config.get("quarkus.datasource.jdbc.url");
        String url = superuser.replace("/postgres?", "/" + name + "?");
        createRoles(superuser);
        System.setProperty(URL_PROPERTY, url);
        config.put("quarkus.datasource.jdbc.url", url.replaceAll("\\?.*", ""));
        config.put("quarkus.datasource.username", name + "_service");
        config.put("quarkus.datasource.password", "for-tests");
        config.put("quarkus.flyway.username", name + "_owner");
        config.put("quarkus.flyway.password", "for-tests");
        return config;
    }

    private void createRoles(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement sql = connection.createStatement()) {
            sql.execute("create role %s_owner login password 'for-tests'".formatted(name));
            sql.execute("create role %s_service login password 'for-tests'".formatted(name));
            sql.execute("create database %1$s owner %1$s_owner".formatted(name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
