package insights.destination;

import insights.common.testing.PostgresResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** A database as in production: one role owns it and migrates, the service signs in as another. */
public class DestinationDatabase extends PostgresResource {

    /** Where the tests themselves reach the database, as a superuser. */
    public static final String URL_PROPERTY = "insights.test.database";

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(super.start());
        String superuser = config.get("quarkus.datasource.jdbc.url");
        String url = superuser.replace("/postgres?", "/destination?");
        createRoles(superuser);
        System.setProperty(URL_PROPERTY, url);
        config.put("quarkus.datasource.jdbc.url", url.replaceAll("\\?.*", ""));
        config.put("quarkus.datasource.username", "destination_service");
        config.put("quarkus.datasource.password", "for-tests");
        config.put("quarkus.flyway.username", "destination_owner");
        config.put("quarkus.flyway.password", "for-tests");
        config.put("insights.keys.master-keys.1", "dGhlIG1hc3RlciBrZXkgb2YgdGhlIHRlc3RzLCAzMmI=");
        config.put("insights.keys.master-keys.2", "YW5vdGhlciBtYXN0ZXIga2V5IG9mIHRoZSB0ZXN0czI=");
        return config;
    }

    private static void createRoles(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement sql = connection.createStatement()) {
            sql.execute("create role destination_owner login password 'for-tests'");
            sql.execute("create role destination_service login password 'for-tests'");
            sql.execute("create database destination owner destination_owner");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
