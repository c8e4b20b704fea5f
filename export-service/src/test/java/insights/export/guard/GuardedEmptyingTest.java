package insights.export.guard;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A column that came back empty does not empty the field at everybody (B10). */
@QuarkusTest
class GuardedEmptyingTest {

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 10_000);
    private final UUID customers = neighbours.segment("Customers");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> people = new ArrayList<>();

    @AfterEach
    void leaveAsFound() {
        people.forEach(neighbours::removeProfile);
    }

    @Test
    void asksBeforeItEmptiesAFieldAtMostContactsAndTakesOffWhoOptedOutMeanwhile() {
        people(0, 120, "+39 055 1");
        String export = export(true);
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        people(0, 61, " ");
        neighbours.optOut(prefix + "p119");
        Json preview = Json.from(Api.as("contributor")
                .post("/exports/" + export + "/preview")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertThat(preview.getString("stop.reason")).isEqualTo("EMPTIES_FIELDS");
        autopilot.clearCounters();

        Json run = Api.run(export);

        assertThat(run.getString("status")).isEqualTo("SKIPPED");
        assertThat(run.getString("reason")).isEqualTo("EMPTIES_FIELDS");
        assertThat(run.getString("detail"))
                .contains("Phone", "\"phone\"", "61 of 119 contacts", "confirmEmptying", "1 who opted out");
        assertThat(autopilot.requests().keySet()).allMatch(request -> request.startsWith("DELETE /list/"));
        assertThat(autopilot.contacts().get("p0@example.com")).containsKey("Phone");
        assertThat(confirmed(export, "confirmRemovals").getString("reason")).isEqualTo("EMPTIES_FIELDS");

        assertThat(confirmed(export, "confirmEmptying").getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");

        assertThat(autopilot.contacts().get("p0@example.com")).doesNotContainKey("Phone");
        assertThat(autopilot.contacts().get("p61@example.com")).containsKey("Phone");
        assertThat(Api.run(export).getInt("totals.requests")).isZero();
        List<String> actions = Api.as("admin")
                .queryParam("target", export)
                .get("/exports/audit-events")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.action");
        assertThat(actions).containsOnlyOnce("EMPTYING_CONFIRMED");
    }

    @Test
    void doesNotAskAboutHalfOfThemNorAboutFew() {
        people(0, 99, "+39 055 1");
        String few = export(true);
        Api.run(few);
        people(0, 99, "");
        assertThat(Api.run(few).getString("status")).isEqualTo("SUCCESSFUL");

        people(0, 120, "+39 055 2");
        Api.run(few);
        people(0, 60, "");
        assertThat(Api.run(few).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(autopilot.contacts().get("p0@example.com")).doesNotContainKey("Phone");
    }

    @Test
    void doesNotAskWhereNothingIsEmptied() {
        people(0, 120, "+39 055 1");
        String export = export(false);
        Api.run(export);
        people(0, 120, "");
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(autopilot.contacts().get("p0@example.com")).containsKey("Phone");
    }

    private static Json confirmed(String export, String what) {
        String run = Api.as("contributor")
                .body(Map.of(what, true))
                .post("/exports/" + export + "/runs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return Api.end(export, run);
    }

    private String export(boolean clearEmptied) {
        Map<String, Object> request = Api.request(connection, customers);
        request.put("clearEmptied", clearEmptied);
        request.put(
                "dataMatching",
                List.of(
                        Map.of("target", "Email", "field", "email"),
                        Map.of("target", "FirstName", "field", "first_name"),
                        Map.of("target", "Phone", "field", "phone")));
        return Api.create(request);
    }

    private void people(int from, int to, String phone) {
        IntStream.range(from, to).forEach(i -> {
            people.add(prefix + "p" + i);
            Map<String, Object> attributes =
                    new HashMap<>(Map.of("email", "p" + i + "@example.com", "first_name", "P", "phone", phone));
            neighbours.profile(prefix + "p" + i, Instant.parse("2026-01-01T00:00:00Z"), attributes, customers);
        });
    }
}
