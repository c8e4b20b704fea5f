package insights.destination;

import static insights.destination.Api.anyVersion;
import static insights.destination.Api.as;
import static insights.destination.Api.connected;
import static insights.destination.Api.connection;
import static insights.destination.Api.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import insights.destination.connection.AutopilotAnswers;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** API keys are found nowhere in clear. Every response of the suite is looked at by {@link Api}, its logs by KeyLeakIT. */
@QuarkusTest
class KeySecrecyTest {

    @Test
    void theDatabaseHoldsNoKeyInAnyForm() {
        AutopilotAnswers.acceptAllKeys();
        Map<String, Object> request = connection();
        String id = connected(request);
        String refused = newKey();
        AutopilotAnswers.to(refused, AutopilotAnswers.refused());
        anyVersion("admin").body(Map.of("apiKey", refused)).put("/connections/" + id + "/api-key");
        as("export-service")
                .get("/internal/connections/" + id + "/api-key")
                .then()
                .statusCode(200);

        byte[] prefix = TestKeys.PREFIX.getBytes(StandardCharsets.UTF_8);
        assertThat(Database.dump())
                .contains(id, "\"sealed\"")
                .doesNotContainIgnoringCase(
                        TestKeys.PREFIX,
                        HexFormat.of().formatHex(prefix),
                        // Of the first six bytes, which do not depend on what follows.
                        Base64.getEncoder().encodeToString(prefix).substring(0, 8));
        assertThat(Database.count("api_key", "connection_id", id)).isEqualTo(1);
    }

    @Test
    void theApiDescriptionShowsNoKey() {
        assertThat(as("admin").get("/openapi/destination-service").asString()).doesNotContain(TestKeys.PREFIX);
    }
}
