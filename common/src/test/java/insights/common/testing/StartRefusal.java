package insights.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * What whoever runs a service reads in its log when it does not start, and when it ends. Bound by an IT of each service,
 * against the packaged service in production.
 */
@Tag("process")
@TestInstance(Lifecycle.PER_CLASS)
public abstract class StartRefusal {

    private static final int SHORT = 4_000;

    private final OidcResource provider = new OidcResource();
    private Map<String, String> database;

    /** A database and nothing else, started once for all tests. */
    protected abstract Map<String, String> database();

    /** What the service needs besides a database and an identity provider. */
    protected abstract Map<String, String> settings();

    /** Settings without which it does not start, that {@link #database()} does not have. */
    protected abstract List<String> missing();

    protected abstract void endDatabase();

    /**
     * Asks it to end, and returns all that it said.
     *
     * @throws Exception when something else goes wrong than is looked for
     */
    protected List<String> end(PackagedService service) throws Exception {
        return service.stop().lines().toList();
    }

    @BeforeAll
    void begin() {
        database = database();
    }

    @AfterEach
    void endProvider() {
        provider.stop();
    }

    @AfterAll
    void end() {
        endDatabase();
    }

    /** Cases P01, P02, P07. */
    @Test
    void saysEverythingThatIsMissingAtOnceAndInOneLine() {
        List<String> log = refused(database);
        assertThat(log).allMatch(line -> line.startsWith("{"), "is JSON");
        List<String> errors = errors(log);
        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst())
                .contains("Failed to start application: " + missing().size() + " faults: ")
                .doesNotContain("stackTrace", "\"exception\"")
                .contains(missing());
    }

    /** Case P12. */
    @Test
    void saysWhyItCannotReachItsDatabase() {
        Map<String, String> config = configuration();
        config.put(
                "quarkus.datasource.jdbc.url",
                config.get("quarkus.datasource.jdbc.url").replaceAll(":\\d+/", ":1/"));
        List<String> errors = errors(refused(config));
        assertThat(errors).isNotEmpty();
        assertThat(errors.getLast()).hasSizeLessThan(SHORT);
        assertThat(errors.getLast().replaceAll("\"stackTrace\".*", ""))
                .contains("Failed to start application", "localhost:1 refused");
    }

    /** Case P03. */
    @Test
    void refusesAProviderThatSomebodyInBetweenCouldSpeakFor() {
        Map<String, String> config = configuration();
        config.put("quarkus.oidc.auth-server-url", "http://id.example.com/realms/insights");
        config.put("quarkus.oidc.tls.verification", "none");
        assertThat(errors(refused(config)))
                .singleElement()
                .asString()
                .contains(
                        "quarkus.oidc.auth-server-url is http://id.example.com/realms/insights: it must begin with https")
                .contains("quarkus.oidc.tls.verification is none");
    }

    /** Case P07. */
    @Test
    void endsWithoutErrorsWhenItIsAskedTo() throws Exception {
        try (PackagedService service = PackagedService.start(configuration())) {
            service.url();
            List<String> log = end(service);
            assertThat(errors(log)).isEmpty();
            assertThat(log).allMatch(line -> line.startsWith("{"), "is JSON");
            assertThat(log.getLast()).contains("stopped in");
        }
    }

    private Map<String, String> configuration() {
        Map<String, String> config = new HashMap<>(provider.start());
        config.putAll(database);
        config.putAll(settings());
        return config;
    }

    private static List<String> refused(Map<String, String> config) {
        try (PackagedService service = PackagedService.start(config)) {
            String said = service.until(PackagedService.STARTED);
            assertThat(said).doesNotContain(PackagedService.STARTED);
            return said.lines().toList();
        }
    }

    private static List<String> errors(List<String> log) {
        return log.stream().filter(line -> line.contains("\"level\":\"ERROR\"")).toList();
    }
}
