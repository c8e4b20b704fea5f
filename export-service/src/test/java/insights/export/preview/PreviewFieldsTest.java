package insights.export.preview;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.OrttoSandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A preview stops where the run would, because the account has not the fields that the export fills. */
@QuarkusTest
class PreviewFieldsTest {

    private final Neighbours neighbours = Neighbours.get();
    private final OrttoSandbox ortto = new OrttoSandbox();
    private final UUID connection = ortto.connect(1_000);
    private final UUID customers = neighbours.segment("Customers");
    private final String profile = UUID.randomUUID().toString();

    @BeforeEach
    void somebody() {
        neighbours.profile(profile, Instant.EPOCH, Map.of("email", profile + "@example.com", "points", 3), customers);
        ortto.asSomebodyElse("/person/custom-field/create", Map.of("type", "text", "name", "Level"));
        ortto.asSomebodyElse("/person/custom-field/create", Map.of("type", "price", "name", "Spent"));
        has("text:Level", "price:Spent");
    }

    @AfterEach
    void leaveAsFound() {
        neighbours.removeProfile(profile);
    }

    @ParameterizedTest
    @CsvSource({"decimal:Nope", "integer:Level", "+integer:level", "integer:Spent"})
    void stopsAtWhatStopsTheRun(String target) {
        String export = export(target);
        Map<String, Object> stop = stop(export);
        Json run = Api.run(export);
        assertThat(stop)
                .containsEntry("reason", "FIELD_NOT_AT_DESTINATION")
                .containsEntry("reason", run.getString("reason"))
                .containsEntry("detail", run.getString("detail"));
    }

    @ParameterizedTest
    @CsvSource({"+decimal:Nope", "text:level", "decimal:Spent", "str::language"})
    void passesWhatTheRunFindsOrMakes(String target) {
        assertThat(stop(export(target))).isNull();
    }

    @Test
    void passesWhatNobodyCanTell() {
        neighbours.change(connection, "customFields", null);
        assertThat(stop(export("decimal:Nope"))).isNull();
    }

    private String export(String target) {
        Map<String, Object> request = new HashMap<>(Api.request(connection, customers));
        request.put(
                "dataMatching",
                List.of(Map.of("target", "str::email", "field", "email"), Map.of("target", target, "field", "points")));
        return Api.create(request);
    }

    private static Map<String, Object> stop(String export) {
        return Api.as("contributor")
                .post("/exports/" + export + "/preview")
                .then()
                .statusCode(200)
                .extract()
                .path("stop");
    }

    private void has(String... custom) {
        neighbours.change(
                connection,
                "customFields",
                Stream.of(custom)
                        .map(target -> Map.of("target", target, "custom", true))
                        .toList());
    }
}
