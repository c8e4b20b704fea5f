package insights.destination;

import static insights.common.testing.PackagedService.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.PackagedService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When the packaged service starts in production, and when it refuses to. */
@Tag("process")
class StartupIT {

    private static final String KEY = "dGhlIG1hc3RlciBrZXkgb2YgdGhlIHRlc3RzLCAzMmI=";
    private static final String OTHER_KEY = "YW5vdGhlciBtYXN0ZXIga2V5IG9mIHRoZSB0ZXN0czI=";
    private static final String DEVELOPMENT_KEY = "ZGV2ZWxvcG1lbnQtb25seS1ub3QtZm9yLXJlYWwtdXM=";
    private static final String ROTATED = "Keys are rotated: master key 2 is the only one that is needed now.";

    private static final DestinationDatabase DATABASE = new DestinationDatabase();
    private static Map<String, String> config;

    @BeforeAll
    static void startDatabase() {
        config = DATABASE.start();
    }

    @AfterAll
    static void stopDatabase() {
        DATABASE.stop();
    }

    @Test
    void startsWithTheMasterKeyOfItsDatabaseAndRotatesToAnother() throws Exception {
        Path file = Files.createTempFile("master-keys", ".properties");
        Files.writeString(file, "insights.keys.master-keys.1=" + KEY);
        Map<String, String> fromFile = configuration();
        fromFile.put("quarkus.config.locations", file.toUri().toString());
        assertThat(start(fromFile, STARTED)).contains(STARTED);
        Files.delete(file);

        Map<String, String> wrong = configuration();
        wrong.put("insights.keys.master-keys.1", OTHER_KEY);
        assertThat(start(wrong, STARTED))
                .contains("The configured master key is not the one that this database was written with")
                .doesNotContain(STARTED, OTHER_KEY);

        Map<String, String> rotating = configuration();
        rotating.put("insights.keys.master-keys.1", KEY);
        rotating.put("insights.keys.master-keys.2", OTHER_KEY);
        rotating.put("insights.keys.current", "2");
        assertThat(start(rotating, ROTATED)).contains(ROTATED);

        rotating.remove("insights.keys.master-keys.1");
        assertThat(start(rotating, STARTED)).contains(STARTED);
    }

    @Test
    void refusesToStartWithoutMasterKey() throws Exception {
        assertThat(start(configuration(), STARTED))
                .contains("There is no master key of version 1")
                .doesNotContain(STARTED);
    }

    @Test
    void refusesTheMasterKeyThatEverybodyKnows() throws Exception {
        Map<String, String> configuration = configuration();
        configuration.put("insights.keys.master-keys.1", DEVELOPMENT_KEY);
        assertThat(start(configuration, STARTED))
                .contains("insights.keys.master-keys.1 is the one for development")
                .doesNotContain(STARTED);
    }

    @Test
    void refusesEndpointsToWhichKeysWouldTravelInClear() throws Exception {
        Map<String, String> configuration = configuration();
        configuration.put("insights.keys.master-keys.1", KEY);
        configuration.put("insights.keys.master-keys.2", OTHER_KEY);
        configuration.put(
                "insights.autopilot.allowed-endpoints", "https://api2.autopilothq.com/v1,http://api.example.com/v1");
        assertThat(start(configuration, STARTED))
                .contains("allowed-endpoints has http://api.example.com/v1: it must begin with https")
                .doesNotContain(STARTED);
    }

    @Test
    void refusesADatabaseRoleThatCouldRewriteHistory() throws Exception {
        Map<String, String> configuration = configuration();
        configuration.put("insights.keys.master-keys.1", KEY);
        configuration.put("insights.keys.master-keys.2", OTHER_KEY);
        configuration.put("quarkus.datasource.username", "postgres");
        configuration.put("quarkus.datasource.password", "postgres");
        assertThat(start(configuration, STARTED))
                .contains("The database role of the service may change audit_event")
                .doesNotContain(STARTED);
    }

    private static Map<String, String> configuration() {
        Map<String, String> configuration = new HashMap<>(config);
        configuration.keySet().removeIf(name -> !name.startsWith("quarkus."));
        configuration.put("quarkus.oidc.auth-server-url", "http://localhost:1");
        configuration.put("quarkus.oidc-client.credentials.secret", "not-a-secret");
        configuration.put("quarkus.rest-client.export-service.url", "http://localhost:1");
        return configuration;
    }

    /** Runs the service until it says something or gives up, and returns what it said. */
    private static String start(Map<String, String> configuration, String until) {
        try (PackagedService service = PackagedService.start(configuration)) {
            return service.until(until);
        }
    }
}
