package insights.export.guard;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that would put far more people on an audience than ever before asks (B9). */
@QuarkusTest
class GuardedGrowthTest {

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 100_000);
    private final UUID customers = neighbours.segment("Customers");
    private final UUID others = neighbours.segment("Others");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> people = new ArrayList<>();

    @AfterEach
    void leaveAsFound() {
        people.forEach(neighbours::removeProfile);
    }

    /** Case Y16. */
    @Test
    void asksBeforeManyMoreJoinAndTakesOffWhoOptedOutMeanwhile() {
        people(0, 5);
        String export = export("FIELD");
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        people(5, 1_005);
        neighbours.optOut(prefix + "p0");
        autopilot.clearCounters();
        Json preview = Json.from(Api.as("contributor")
                .post("/exports/" + export + "/preview")
                .then()
                .extract()
                .asString());
        assertThat(preview.getString("stop.reason")).isNull();
        people(1_005, 1_007);

        Json run = Api.run(export);

        assertThat(run.getString("status")).isEqualTo("SKIPPED");
        assertThat(run.getString("reason")).isEqualTo("MASS_GROWTH");
        assertThat(run.getString("detail")).contains("1,006 people", "\"Customers\"", "more than 5", "confirmGrowth");
        assertThat(run.getInt("totals.membershipsLeft")).isEqualTo(1);
        assertThat(autopilot.contacts()).hasSize(5);
        assertThat(confirmed(export, "confirmRemovals").getString("reason")).isEqualTo("MASS_GROWTH");

        assertThat(confirmed(export, "confirmGrowth").getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");
        assertThat(autopilot.contacts()).hasSize(1_007);
        people(1_007, 1_900);
        assertThat(Api.run(export).getString("status"))
                .as("from there on it is not far")
                .isEqualTo("COMPLETED_WITH_WARNINGS");
        List<String> actions = Api.as("admin")
                .queryParam("target", export)
                .get("/exports/audit-events")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.action");
        assertThat(actions).containsOnlyOnce("GROWTH_CONFIRMED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void whatWasNeverDeliveredDoesNotGrow(String mode) {
        people(0, 1_001);
        String export = export(mode);
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        IntStream.range(0, 1_001).forEach(i -> person(i, customers, others));
        Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of("segmentIds", List.of(customers, others)))
                .patch("/exports/" + export)
                .then()
                .statusCode(200);
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
    }

    @Test
    void anAudienceThatWasEmptyGrowsToo() {
        String export = export("FIELD");
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        people(0, 1_000);
        assertThat(Api.run(export).getString("reason")).isEqualTo("MASS_GROWTH");
    }

    private Json confirmed(String export, String what) {
        String run = Api.as("contributor")
                .body(Map.of(what, true))
                .post("/exports/" + export + "/runs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return Api.end(export, run);
    }

    private String export(String mode) {
        Map<String, Object> request = Api.request(connection, customers);
        request.put("audienceMode", mode);
        return Api.create(request);
    }

    private void people(int from, int to) {
        IntStream.range(from, to).forEach(i -> person(i, customers));
    }

    private void person(int number, UUID... in) {
        people.add(prefix + "p" + number);
        neighbours.profile(
                prefix + "p" + number,
                Instant.parse("2026-01-01T00:00:00Z"),
                Map.of("email", "p" + number + "@example.com", "first_name", "P", "points", number),
                in);
    }
}
