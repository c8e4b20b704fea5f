package insights.export;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.OidcResource;
import insights.common.testing.PackagedService;
import insights.export.testing.ExportDatabase;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The key without which nobody in the ledger would be recognised, against the packaged service in production. */
@Tag("process")
class LedgerKeyIT {

    private final ExportDatabase database = new ExportDatabase();
    private final OidcResource provider = new OidcResource();

    @AfterEach
    void end() {
        provider.stop();
        database.stop();
    }

    /** Cases P01, P05. */
    @Test
    void startsWithTheKeyOfTheDatabaseOnly() {
        Map<String, String> config = new HashMap<>(database.start());
        config.putAll(provider.start());
        config.put("quarkus.rest-client.destination-service.url", "http://localhost:1");
        config.put("quarkus.rest-client.segment-service.url", "http://localhost:1");
        assertThat(start(config, "a-key-for-this-test-run-of-40-characters")).contains(PackagedService.STARTED);
        assertThat(start(config, "another-key-for-this-test-run-of-40-char"))
                .contains("insights.ledger.key is not the key that this database was written with")
                .doesNotContain(PackagedService.STARTED, "another-key");
        assertThat(start(config, "a-key-for-tests-and-development-only"))
                .contains("insights.ledger.key is the one for development and tests")
                .doesNotContain(PackagedService.STARTED);
        assertThat(start(config, "a-key-for-this-test-run-of-40-characters")).contains(PackagedService.STARTED);
    }

    private static String start(Map<String, String> config, String key) {
        try (PackagedService service =
                PackagedService.start(PackagedService.with(config, "insights.ledger.key", key))) {
            return service.until(PackagedService.STARTED);
        }
    }
}
