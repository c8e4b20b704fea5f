package insights.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** When the packaged service starts in production, and when it refuses to. */
class StartupIT {

    private static final String KEY = "dGhlIG1hc3RlciBrZXkgb2YgdGhlIHRlc3RzLCAzMmI=";
    private static final String OTHER_KEY = "YW5vdGhlciBtYXN0ZXIga2V5IG9mIHRoZSB0ZXN0czI=";
    private static final String DEVELOPMENT_KEY = "ZGV2ZWxvcG1lbnQtb25seS1ub3QtZm9yLXJlYWwtdXM=";
    private static final String STARTED = "Installed features";
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
        Map<String, String> fromFile = environment();
        fromFile.put("QUARKUS_CONFIG_LOCATIONS", file.toUri().toString());
        assertThat(start(fromFile, STARTED)).contains(STARTED);
        Files.delete(file);

        Map<String, String> wrong = environment();
        wrong.put("INSIGHTS_KEYS_MASTER_KEYS_1", OTHER_KEY);
        assertThat(start(wrong, STARTED))
                .contains("The configured master key is not the one that this database was written with.")
                .doesNotContain(STARTED, OTHER_KEY);

        Map<String, String> rotating = environment();
        rotating.put("INSIGHTS_KEYS_MASTER_KEYS_1", KEY);
        rotating.put("INSIGHTS_KEYS_MASTER_KEYS_2", OTHER_KEY);
        rotating.put("INSIGHTS_KEYS_CURRENT", "2");
        assertThat(start(rotating, ROTATED)).contains(ROTATED);

        rotating.remove("INSIGHTS_KEYS_MASTER_KEYS_1");
        assertThat(start(rotating, STARTED)).contains(STARTED);
    }

    @Test
    void refusesToStartWithoutMasterKey() throws Exception {
        assertThat(start(environment(), STARTED))
                .contains("There is no master key of version 1")
                .doesNotContain(STARTED);
    }

    @Test
    void refusesTheMasterKeyThatEverybodyKnows() throws Exception {
        Map<String, String> environment = environment();
        environment.put("INSIGHTS_KEYS_MASTER_KEYS_1", DEVELOPMENT_KEY);
        assertThat(start(environment, STARTED))
                .contains("The master key is the one for development")
                .doesNotContain(STARTED);
    }

    @Test
    void refusesADatabaseRoleThatCouldRewriteHistory() throws Exception {
        Map<String, String> environment = environment();
        environment.put("INSIGHTS_KEYS_MASTER_KEYS_1", KEY);
        environment.put("INSIGHTS_KEYS_MASTER_KEYS_2", OTHER_KEY);
        environment.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", "postgres");
        assertThat(start(environment, STARTED))
                .contains("The database role of the service may change audit_event")
                .doesNotContain(STARTED);
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        config.forEach((name, value) -> {
            if (name.startsWith("quarkus.")) {
                environment.put(name.replaceAll("[^a-z]", "_").toUpperCase(java.util.Locale.ROOT), value);
            }
        });
        environment.put("QUARKUS_HTTP_PORT", "0");
        environment.put("QUARKUS_OIDC_TENANT_ENABLED", "false");
        // In capitals, this would be a setting of an OIDC tenant named "client".
        environment.put("quarkus.oidc-client.enabled", "false");
        return environment;
    }

    /** Runs the service until it says something or gives up, and returns what it said. */
    private static String start(Map<String, String> environment, String until)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process service = builder.start();
        try {
            StringBuilder said = new StringBuilder();
            BufferedReader output = service.inputReader();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
                if (line.contains(until)) {
                    return said.toString();
                }
            }
            assertThat(service.waitFor()).isNotZero();
            return said.toString();
        } finally {
            service.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static List<String> command() {
        Path jar = Path.of("target/quarkus-app/quarkus-run.jar");
        return Files.exists(jar)
                ? List.of(ProcessHandle.current().info().command().orElse("java"), "-jar", jar.toString())
                : List.of(System.getProperty("native.image.path"));
    }
}
