package insights.export.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a list shows comes with it (I2), and is found by it. */
@QuarkusTest
class ExportListResourceTest {

    private final Neighbours neighbours = Neighbours.get();
    private final UUID connection = neighbours.connection(new Sandbox(), 1_000);
    private final UUID segment = neighbours.segment("Customers");
    private final String prefix = UUID.randomUUID().toString();
    private final String ours = "/exports?connectionId=" + connection;

    @AfterEach
    void answerAgain() {
        neighbours.instead(null);
    }

    @Test
    void showsConnectionAndLastRunAndNextTimesToViewers() {
        Map<String, Object> request = Api.request(connection, segment);
        request.put("schedule", Map.of("kind", "DAILY", "times", List.of("06:30"), "timeZone", "Europe/Rome"));
        String export = Api.create(request);
        neighbours.profile(prefix, Instant.EPOCH, Map.of(), segment);
        list(ours).body("items[0].lastRun", nullValue());
        String run = Api.run(export).getString("id");
        neighbours.forgetRequests();

        list(ours)
                .body("items.id", contains(export))
                .body("items[0].connection.id", equalTo(connection.toString()))
                .body("items[0].connection.displayName", equalTo("Autopilot"))
                .body("items[0].connection.type", equalTo("AUTOPILOT"))
                .body("items[0].connection.status", equalTo("CONNECTED"))
                .body("items[0].lastRun.id", equalTo(run))
                .body("items[0].lastRun.status", equalTo("SKIPPED"))
                .body("items[0].lastRun.reason", equalTo("NO_EMAIL_ADDRESSES"))
                .body("items[0].lastRun.trigger", equalTo("ON_DEMAND"))
                .body("items[0].lastRun.finishedAt", notNullValue())
                .body("items[0].lastRun.rejected", equalTo(1))
                .body("items[0].schedule.nextFireTimes.size()", equalTo(5));
    }

    @Test
    void asksOnceForAllConnectionsOfAPage() {
        UUID other = neighbours.connection(new Sandbox(), 1_000);
        Api.create(connection, segment);
        Api.create(connection, segment);
        Api.create(other, segment);
        neighbours.forgetRequests();
        list(ours + "&connectionId=" + other).body("items.size()", equalTo(3));
        assertThat(neighbours.requestsAbout(connection)).hasSize(1);
        assertThat(neighbours.requestsAbout(other)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"viewer, true, 0", "contributor, true, 3", "contributor, false, 0", "admin, false, 3"})
    void saysWhatTheCallerMayDo(String role, boolean shared, int permissions) {
        Api.create(connection, segment);
        neighbours.change(connection, "sharedWithContributors", shared);
        Api.as(role)
                .get(ours)
                .then()
                .statusCode(200)
                .body("items[0].permissions", permissions == 0 ? empty() : contains("EDIT", "RUN", "REMOVE"));
    }

    @Test
    void isThereWithoutDestinationService() {
        Api.create(connection, segment);
        list(ours);
        neighbours.instead(exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        Api.as("contributor")
                .get(ours)
                .then()
                .body("items[0].connection.status", equalTo("UNKNOWN"))
                .body("items[0].connection.displayName", equalTo("Autopilot"))
                .body("items[0].permissions", contains("EDIT", "RUN", "REMOVE"));
        CountDownLatch answered = new CountDownLatch(1);
        neighbours.instead(exchange -> {
            try {
                answered.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        try {
            list(ours)
                    .body("items[0].connection.status", equalTo("UNKNOWN"))
                    .time(lessThan(Duration.ofSeconds(4).toMillis()));
        } finally {
            answered.countDown();
        }
    }

    @Test
    void findsByConnectionSegmentStatusAndWhetherItRunsByItself() {
        UUID other = neighbours.segment("Fans");
        UUID elsewhere = neighbours.connection(new Sandbox(), 1_000);
        neighbours.profile(prefix + 1, Instant.EPOCH, Map.of("email", "a@example.com"), other);
        neighbours.profile(prefix + 2, Instant.EPOCH, Map.of(), segment);
        String successful = Api.create(connection, other);
        String skipped = Api.create(connection, segment);
        String never = Api.create(connection, segment, other);
        String off = Api.create(elsewhere, segment);
        Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of("schedule", Map.of("kind", "OFF")))
                .patch("/exports/" + off)
                .then()
                .statusCode(200);
        Api.run(successful);
        Api.run(skipped);
        String detached = Api.create(elsewhere, other);
        Api.as("contributor")
                .header("If-Match", "*")
                .delete("/exports/" + detached + "/connection")
                .then()
                .statusCode(200);

        list(ours).body("items.id", containsInAnyOrder(successful, skipped, never));
        list(ours + "&sort=-createdAt").body("items.id", contains(never, skipped, successful));
        list("/exports?segmentId=" + segment).body("items.id", containsInAnyOrder(skipped, never, off));
        list("/exports?segmentId=" + segment + "&segmentId=" + other)
                .body("items.id", containsInAnyOrder(successful, skipped, never, off, detached));
        list(ours + "&status=SUCCESSFUL").body("items.id", contains(successful));
        list(ours + "&status=SUCCESSFUL&status=SKIPPED").body("items.id", containsInAnyOrder(successful, skipped));
        String all = "/exports?segmentId=" + segment + "&segmentId=" + other;
        list(all + "&active=false").body("items.id", containsInAnyOrder(off, detached));
        list(all + "&active=true").body("items.id", containsInAnyOrder(successful, skipped, never));
        list(all + "&active=true&limit=1").body("next", notNullValue());
        Api.as("viewer").get("/exports?status=DONE").then().statusCode(422).body("errors.pointer", hasItem("status"));
    }

    @Test
    void hasATagThatChangesWithWhatIsShownAndAnEditByEachOfThem() {
        String path = "/exports/" + Api.create(connection, segment);
        String before = Api.as("viewer").get(path).header("ETag");
        neighbours.change(connection, "displayName", "Another name");
        assertThat(Api.as("viewer").get(path).header("ETag")).isNotEqualTo(before);
        Api.as("contributor")
                .header("If-Match", before)
                .body(Map.of("notifyHooks", true))
                .patch(path)
                .then()
                .statusCode(200);
        Api.as("contributor")
                .header("If-Match", before)
                .body(Map.of("notifyHooks", false))
                .patch(path)
                .then()
                .statusCode(412);
    }

    @Test
    void showsTheSameOfOneExport() {
        String export = Api.create(connection, segment);
        Map<String, Object> one = new HashMap<>(Api.get("/exports/" + export).getMap(""));
        assertThat(one.remove("warnings")).as("looked up for one only").isEqualTo(List.of());
        assertThat(one.remove("audiences")).as("looked up for one only").isEqualTo(List.of());
        assertThat(one).isEqualTo(Api.get(ours).getMap("items[0]"));
    }

    private static ValidatableResponse list(String path) {
        return Api.as("viewer").get(path).then().statusCode(200);
    }
}
