package insights.common.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How a cluster migrates: a process of the same program does it as the owner of the database and ends, the service itself
 * never knows the owner's password. Bound by an IT of each service, against the packaged service in production.
 */
@Tag("process")
public abstract class MigrationContract {

    static final String NOT_MIGRATED = "The database is not migrated, so this service waits: it lacks V1 ";

    private final OidcResource provider = new OidcResource();
    private TwoRoleDatabase database;
    private Map<String, String> all;

    protected abstract TwoRoleDatabase database();

    /** What the service itself needs besides a database and an identity provider. */
    protected abstract Map<String, String> secrets();

    @BeforeEach
    void start() {
        database = database();
        all = new HashMap<>(database.start());
        all.keySet().removeIf(name -> name.startsWith("insights."));
    }

    @AfterEach
    void stop() {
        provider.stop();
        database.stop();
    }

    @Test
    void theServiceWaitsForAMigrationThatMigratesAndEnds() throws SQLException {
        String management = Integer.toString(FreePort.next());
        try (PackagedService service = PackagedService.start(itself(management))) {
            assertThat(service.until(NOT_MIGRATED)).contains(NOT_MIGRATED);
            String health = "http://localhost:" + management + "/q/health/";
            given().get(health + "ready")
                    .then()
                    .statusCode(503)
                    .body("status", equalTo("DOWN"))
                    .body("checks[0].data.missing", containsString("V1 "));
            given().get(health + "live").then().statusCode(200);
            assertThat(migrations()).isEmpty();
            try (PackagedService migration = migrate(owner())) {
                assertThat(migration.untilItsEnd())
                        .contains("Successfully applied")
                        .doesNotContain("Listening on", "ERROR", "for-tests");
                assertThat(migration.status()).isZero();
            }
            service.url();
            given().get(health + "ready").then().statusCode(200);
        }
        assertThat(migrations()).isNotEmpty();
        try (PackagedService again = migrate(owner())) {
            assertThat(again.untilItsEnd()).contains("No migration necessary");
            assertThat(again.status()).isZero();
        }
    }

    static PackagedService migrate(Map<String, String> config) {
        return PackagedService.start(PackagedService.with(config, "quarkus.profile", "migrate"));
    }

    /** All that the migration is told: the service's own password and secrets are not among it. */
    Map<String, String> owner() {
        Map<String, String> config = new HashMap<>(all);
        config.remove("quarkus.datasource.password");
        return config;
    }

    Map<String, String> itself(String management) {
        Map<String, String> config = new HashMap<>(all);
        config.keySet().removeIf(name -> name.startsWith("quarkus.flyway."));
        config.putAll(secrets());
        config.putAll(provider.start());
        config.putAll(Map.of(
                "quarkus.flyway.migrate-at-start", "false",
                "quarkus.management.port", management,
                "quarkus.rest-client.destination-service.url", "http://localhost:1",
                "quarkus.rest-client.segment-service.url", "http://localhost:1",
                "quarkus.rest-client.export-service.url", "http://localhost:1"));
        return config;
    }

    static List<String> migrations() throws SQLException {
        try (Connection connection = DriverManager.getConnection(System.getProperty(TwoRoleDatabase.URL_PROPERTY));
                Statement sql = connection.createStatement()) {
            List<String> versions = new ArrayList<>();
            if (isThere(sql)) {
                try (ResultSet rows = sql.executeQuery("select version from flyway_schema_history")) {
                    while (rows.next()) {
                        versions.add(rows.getString(1));
                    }
                }
            }
            return versions;
        }
    }

    private static boolean isThere(Statement sql) throws SQLException {
        try (ResultSet row = sql.executeQuery("select to_regclass('flyway_schema_history') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
