package insights.export.definition;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Edits of exports that change nothing: they make no version, and nothing in the audit trail. */
@QuarkusTest
class UnchangedExportTest {

    private static final Map<String, String> EMAIL = Map.of("target", "Email", "field", "email");
    private static final Map<String, String> POINTS = Map.of("target", "integer--Points", "field", "points");
    private static final Map<String, String> NAME = Map.of("target", "FirstName", "field", "first_name");

    private final Neighbours neighbours = Neighbours.get();
    private final UUID connection = neighbours.connection(new Sandbox(), 1_000);
    private final UUID first = neighbours.segment("First");
    private final UUID second = neighbours.segment("Second");
    private String export;

    @BeforeEach
    void create() {
        export = Api.create(connection, first, second);
    }

    @Test
    void takesSegmentsForASet() {
        edit(Map.of("segmentIds", List.of(second, first, second)))
                .body("version", equalTo(0))
                .body("segmentIds", contains(first.toString(), second.toString()));
        events(1);
        edit(Map.of("segmentIds", List.of(second))).body("version", equalTo(1));
        events(2);
    }

    @Test
    void takesLinesOfTheMatchingForASet() {
        edit(Map.of("dataMatching", List.of(POINTS, NAME, EMAIL))).body("version", equalTo(0));
        Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of("connectionId", connection, "dataMatching", List.of(NAME, POINTS, EMAIL)))
                .put("/exports/" + export + "/connection")
                .then()
                .statusCode(200)
                .body("version", equalTo(0));
        events(1);
        edit(Map.of("dataMatching", List.of(NAME, EMAIL))).body("version", equalTo(1));
        events(2);
    }

    @Test
    void takesBackEverythingThatCanBeEditedAsItIsShown() {
        Map<String, Object> shown = Api.as("contributor")
                .get("/exports/" + export)
                .then()
                .extract()
                .jsonPath()
                .getMap("");
        shown.keySet()
                .retainAll(List.of(
                        "displayName",
                        "segmentIds",
                        "dataMatching",
                        "optOutField",
                        "audienceMode",
                        "notifyHooks",
                        "clearEmptied"));
        edit(shown).body("version", equalTo(0));
        events(1);
    }

    private ValidatableResponse edit(Map<String, Object> changes) {
        return Api.as("contributor")
                .header("If-Match", "*")
                .body(changes)
                .patch("/exports/" + export)
                .then()
                .statusCode(200);
    }

    private void events(int count) {
        Api.as("admin")
                .queryParam("target", export)
                .get("/exports/audit-events")
                .then()
                .body("items", hasSize(count));
    }
}
