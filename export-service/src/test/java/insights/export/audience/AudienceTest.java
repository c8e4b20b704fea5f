package insights.export.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import insights.common.testing.Patience;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands for a segment at Autopilot, over the life of an export. */
@QuarkusTest
class AudienceTest {

    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 1_000);
    private final UUID customers = neighbours.segment("Customers");
    /** Keeps the profiles of one test apart from those of another. */
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void takesOffWhatItPutThereBeforeItIsRemoved(String mode) {
        String export = delivered(mode, 3);

        Api.as("contributor")
                .header("If-Match", "*")
                .delete("/exports/" + export + "?takeOff=true")
                .then()
                .statusCode(202)
                .body("removing", equalTo(true))
                .body("permissions", contains("REMOVE"));

        Api.untilGone("/exports/" + export);
        assertThat(audience()).isEmpty();
        assertThat(autopilot.contacts()).as("contacts stay").hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void letsGoOfErasedPeopleByItself(String mode) {
        String export = delivered(mode, 3);
        neighbours.removeProfile(prefix + 1);

        erased("segment-service", 202);

        Patience.await().atMost(SOON).untilAsserted(() -> assertThat(audience())
                .containsExactlyInAnyOrder("p0@example.com", "p2@example.com"));
        Patience.await().atMost(SOON).untilAsserted(() -> Api.as("viewer")
                .get("/exports/" + export + "/runs")
                .then()
                .body("items[0].purpose", equalTo("ERASE"))
                .body("items[0].status", equalTo("SUCCESSFUL")));
        autopilot.clearCounters();
        Api.run(export);
        assertThat(autopilot.requests()).as("nothing is left to do").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void letsGoOfErasedPeopleAlsoWhileItIsDetached(String mode) {
        String export = delivered(mode, 3);
        Api.change("DELETE", "/exports/" + export + "/connection", Map.of());
        neighbours.removeProfile(prefix + 1);

        erased("segment-service", 202);

        Patience.await().atMost(SOON).untilAsserted(() -> assertThat(audience())
                .containsExactlyInAnyOrder("p0@example.com", "p2@example.com"));
        Patience.await().atMost(SOON).until(() -> Api.get("/exports/" + export + "/runs")
                .getString("items[0].status")
                .equals("SUCCESSFUL"));
        Api.as("contributor")
                .header("If-Match", "*")
                .delete("/exports/" + export)
                .then()
                .statusCode(204);
    }

    @Test
    void hearsOfErasuresFromServicesOnly() {
        String export = delivered("LIST", 3);
        for (String other : List.of("admin", "contributor", "export-service")) {
            erased(other, 403);
        }
        Api.as("viewer").get("/exports/" + export + "/runs").then().body("items.size()", equalTo(1));
    }

    /** Case Y14. */
    @Test
    void makesAContactAnewThatSomebodyDeleted() {
        String export = delivered("LIST", 3);
        autopilot.deleteAsSomebodyElse("/contact/p1@example.com");
        person(1, "Another name");

        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");

        assertThat(audience()).hasSize(3);
        assertThat(autopilot.contacts().get("p1@example.com")).containsEntry("FirstName", "Another name");
    }

    @Test
    void movesEverybodyOverWhenTheModeChanges() {
        String export = delivered("LIST", 3);
        for (String mode : List.of("FIELD", "LIST")) {
            Api.as("contributor")
                    .header("If-Match", "*")
                    .body(Map.of("audienceMode", mode))
                    .patch("/exports/" + export)
                    .then()
                    .statusCode(200);
            assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
            boolean byList = mode.equals("LIST");
            assertThat(autopilot.memberships().get("Customers")).hasSize(byList ? 3 : 0);
            assertThat(flagged()).hasSize(byList ? 0 : 3);
            assertThat(names(export)).containsExactly(byList ? "Customers" : "boolean--Customers");
        }
    }

    @Test
    void keepsTheListOfARenamedSegmentAndSharesItWithNoOther() {
        String export = delivered("LIST", 2);
        neighbours.rename(customers, "Buyers");
        person(2, "Name");
        Api.run(export);
        UUID another = neighbours.segment("Customers");
        neighbours.profile(
                prefix + 9, EARLY, Map.of("email", "p9@example.com", "first_name", "N", "points", 1), another);
        String second = Api.create(connection, another);
        assertThat(names(second)).as("no run has used one").isEmpty();
        Api.run(second);
        String third = Api.create(connection, customers);
        Api.run(third);

        assertThat(names(export)).containsExactly("Customers");
        assertThat(names(second)).containsExactly("Customers (2)");
        assertThat(names(third)).containsExactly("Customers");
        assertThat(autopilot.memberships().get("Customers")).hasSize(3);
        assertThat(autopilot.memberships().get("Customers (2)")).containsExactly("p9@example.com");
    }

    @Test
    void theFieldOfASegmentIsFilledByNoDataMatching() {
        String export = delivered("FIELD", 3);
        List<Map<String, String>> matching = List.of(
                Map.of("target", "Email", "field", "email"),
                Map.of("target", "boolean--customers", "field", "opted_out"));
        Map<String, Object> another = new HashMap<>(Api.request(connection, customers));
        another.put("dataMatching", matching);
        Api.as("contributor")
                .body(another)
                .post("/exports")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/dataMatching/1/target"));
        Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of("dataMatching", matching))
                .patch("/exports/" + export)
                .then()
                .statusCode(422)
                .body("type", containsString("invalid-data-matching"));
    }

    @Test
    void theFieldThatADataMatchingFillsStandsForNoSegment() {
        Map<String, Object> filling = new HashMap<>(Api.request(connection, customers));
        filling.put(
                "dataMatching",
                List.of(
                        Map.of("target", "Email", "field", "email"),
                        Map.of("target", "boolean--Customers", "field", "opted_out")));
        Api.create(filling);
        IntStream.range(0, 3).forEach(person -> person(person, "Name"));
        Map<String, Object> request = new HashMap<>(Api.request(connection, customers));
        request.put("audienceMode", "FIELD");
        assertThat(Api.run(Api.create(request)).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(autopilot
                        .contacts()
                        .get("p0@example.com")
                        .get("custom_fields")
                        .toString())
                .contains("Customers 2");
    }

    /** What is told to stand for the segments. */
    private static List<String> names(String export) {
        return Api.get("/exports/" + export)
                .all("audiences")
                .map(audience -> audience.getString("name"))
                .toList();
    }

    private String delivered(String mode, int people) {
        IntStream.range(0, people).forEach(person -> person(person, "Name"));
        Map<String, Object> request = Api.request(connection, customers);
        request.put("audienceMode", mode);
        String export = Api.create(request);
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(audience()).hasSize(people);
        return export;
    }

    private void person(int number, String name) {
        neighbours.profile(
                prefix + number,
                EARLY,
                Map.of("email", "p" + number + "@example.com", "first_name", name, "points", 7),
                customers);
    }

    private void erased(String who, int status) {
        Api.as(who)
                .body(Map.of("profileIds", List.of(prefix + 1, "nobody-knows")))
                .post("/hooks/profiles-erased")
                .then()
                .statusCode(status);
    }

    /** Whoever is on the list or has the field. */
    private List<String> audience() {
        List<String> listed = autopilot.memberships().values().stream()
                .flatMap(java.util.Collection::stream)
                .toList();
        return listed.isEmpty() ? flagged() : listed;
    }

    private List<String> flagged() {
        return autopilot.contacts().entrySet().stream()
                .filter(contact -> contact.getValue().get("custom_fields") instanceof List<?> fields
                        && fields.stream()
                                .map(Map.class::cast)
                                .anyMatch(field -> "Customers".equals(field.get("kind"))
                                        && Boolean.TRUE.equals(field.get("value"))))
                .map(Map.Entry::getKey)
                .toList();
    }
}
