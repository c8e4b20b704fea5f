package insights.export.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import insights.common.testing.Patience;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An export that is removed with what it put somewhere, while people are erased. */
@QuarkusTest
class WaitingRemovalTest {

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox before = new Sandbox();
    private final Sandbox after = new Sandbox();
    private final UUID from = neighbours.connection(before, 10_000);
    private final UUID to = neighbours.connection(after, 10_000);
    private final UUID customers = neighbours.segment("Customers");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> people = new ArrayList<>();

    @Inject
    WaitingRemovals removals;

    @AfterEach
    void leaveAsFound() {
        people.forEach(neighbours::removeProfile);
    }

    @Test
    void isNotBegunWhileSomebodyIsToBeErasedWhereItWasBefore() {
        String export = moved();
        neighbours.change(from, "consented", false);
        erase("p0");

        takeOff(export).statusCode(409).body("detail", containsString("an account that the export left"));

        assertThat(Api.get("/exports/" + export).getBoolean("removing")).isFalse();
        neighbours.change(from, "consented", true);
        erase("p0");
        Patience.await().until(() -> takeOff(export).extract().statusCode() == 202);
        Api.untilGone("/exports/" + export);
    }

    @Test
    void endsWhenWhoWasErasedMeanwhileIsGoneFromWhereItWasBefore() {
        String export = moved();
        neighbours.change(from, "consented", false);
        after.fault(Map.of("effect", "STATUS", "status", 500));
        takeOff(export).statusCode(202);
        Api.until("/exports/" + export + "/runs", runs -> "FAILED_RETRYING".equals(runs.getString("items[0].status")));
        erase("p0");
        after.clearFaults();
        Patience.await().until(() -> ended(export, "TAKE_OFF"));
        removals.end();
        assertThat(Api.get("/exports/" + export).getBoolean("removing")).isTrue();

        neighbours.change(from, "consented", true);
        erase("p0");
        Patience.await().until(() -> ended(export, "FORMER_CONNECTION"));
        assertThat(before.audience("LIST", "Customers")).containsExactly("p1@example.com");
        removals.end();

        Api.as("viewer").get("/exports/" + export).then().statusCode(404);
        assertThat(Api.as("admin")
                        .get("/exports/audit-events?target=" + export)
                        .then()
                        .extract()
                        .<List<String>>path("items.action"))
                .contains("EXPORT_REMOVED");
    }

    @Test
    void isPossibleOnceTheConnectionIsGone() {
        String export = moved();
        neighbours.change(to, "consented", false);
        erase("p0");
        Patience.await().until(() -> before.audience("LIST", "Customers").size() == 1);
        assertThat(remove(export, "")).isEqualTo(409);

        Api.connectionRemoved(to, "DETACH");

        assertThat(remove(export, "")).isEqualTo(204);
    }

    /** Delivered to one account, then to another. */
    private String moved() {
        person("p0");
        person("p1");
        String export = Api.create(Api.request(from, customers));
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of("connectionId", to))
                .put("/exports/" + export + "/connection")
                .then()
                .statusCode(200);
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        return export;
    }

    private void person(String name) {
        people.add(prefix + name);
        neighbours.profile(
                prefix + name,
                Instant.EPOCH,
                Map.of("email", name + "@example.com", "first_name", name, "points", 1),
                customers);
    }

    private void erase(String name) {
        neighbours.removeProfile(prefix + name);
        Api.erased(prefix + name);
    }

    private static ValidatableResponse takeOff(String export) {
        return Api.as("contributor")
                .header("If-Match", "*")
                .delete("/exports/" + export + "?takeOff=true")
                .then();
    }

    private static int remove(String export, String how) {
        return Api.as("contributor")
                .header("If-Match", "*")
                .delete("/exports/" + export + how)
                .statusCode();
    }

    private static boolean ended(String export, String purpose) {
        return Api.get("/exports/" + export + "/runs")
                .all("items")
                .anyMatch(run -> run.getString("purpose").equals(purpose) && run.get("finishedAt") != null);
    }
}
