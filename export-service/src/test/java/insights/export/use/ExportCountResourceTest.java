package insights.export.use;

import static org.assertj.core.api.Assertions.assertThat;

import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many exports use something, for the lists of the other services. */
@QuarkusTest
class ExportCountResourceTest {

    private final Neighbours neighbours = Neighbours.get();
    private final UUID segment = neighbours.segment("Customers");
    private final UUID other = neighbours.segment("Subscribers");
    private final UUID connection = neighbours.connection(new Sandbox(), 1_000);
    private final UUID unused = neighbours.connection(new Sandbox(), 1_000);

    @Test
    void countsTheExportsOfEachConnection() {
        Api.create(connection, segment);
        String export = Api.create(connection, other);
        assertThat(counts("destination-service", "connection", connection, unused))
                .isEqualTo(Map.of(connection.toString(), 2, unused.toString(), 0));
        Api.as("contributor")
                .header("If-Match", "*")
                .delete("/exports/" + export + "/connection")
                .then()
                .statusCode(200);
        assertThat(counts("destination-service", "connection", connection)).isEqualTo(Map.of(connection.toString(), 1));
    }

    @Test
    void countsTheExportsOfEachSegment() {
        Api.create(connection, segment, other);
        Api.create(connection, other);
        UUID nobodys = UUID.randomUUID();
        assertThat(counts("segment-service", "segment", segment, other, nobodys))
                .isEqualTo(Map.of(segment.toString(), 1, other.toString(), 2, nobodys.toString(), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "contributor", "viewer", "platform", "export-service"})
    void isForTheOtherServicesOnly(String role) {
        Api.as(role)
                .body(Map.of("connectionIds", List.of(connection)))
                .post("/internal/export-counts")
                .then()
                .statusCode(403);
    }

    @Test
    void refusesAQuestionAboutNothing() {
        Api.as("segment-service")
                .body(Map.of())
                .post("/internal/export-counts")
                .then()
                .statusCode(422);
    }

    private static Map<String, Integer> counts(String role, String kind, UUID... ids) {
        Map<String, Map<String, Integer>> answer = Api.as(role)
                .body(Map.of(kind + "Ids", List.of(ids)))
                .post("/internal/export-counts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
        assertThat(answer).containsOnlyKeys(kind + "s");
        return answer.get(kind + "s");
    }
}
