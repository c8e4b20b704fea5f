package insights.export.run;

import static insights.common.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.DocumentedMetrics;
import insights.common.testing.Patience;
import insights.common.testing.Tokens;
import insights.export.testing.Api;
import insights.export.testing.EventStream;
import insights.export.testing.Metrics;
import insights.export.testing.Neighbours;
import insights.export.testing.Rows;
import insights.export.testing.Sandbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator can see of runs, at the management port. */
@QuarkusTest
class RunMetricsTest {

    @TestHTTPResource(value = "/metrics", management = true)
    URI endpoint;

    @Inject
    AgroalDataSource database;

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID customers = neighbours.segment("Customers");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);

    /** The numbers are those of all runs that there are. */
    @BeforeEach
    void forgetWhatOtherTestsLeft() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.executeUpdate("delete from run where status in ('QUEUED', 'PROCESSING', 'FAILED_RETRYING')");
        }
    }

    @Test
    void countsRequestsByOperationAndOutcomeAndSecondsWaited() {
        UUID connection = neighbours.connection(autopilot, 20);
        autopilot.fault(Map.of("effect", "STATUS", "status", 503, "path", "/contacts", "next", 1));
        autopilot.fault(Map.of("effect", "STATUS", "status", 429, "path", "/lists", "next", 1));
        people(10);
        Api.run(Api.create(connection, customers));

        Metrics metrics = new Metrics(endpoint);
        assertThat(requests(metrics, connection, "upsert", "unanswered")).isEqualTo(1);
        assertThat(requests(metrics, connection, "upsert", "accepted")).isEqualTo(1);
        assertThat(requests(metrics, connection, "find-list", "throttled")).isEqualTo(1);
        assertThat(requests(metrics, connection, "find-list", "accepted")).isEqualTo(1);
        assertThat(requests(metrics, connection, "create-list", "accepted")).isEqualTo(1);
        assertThat(requests(metrics, connection, "join", "accepted")).isEqualTo(10);
        String label = label(connection);
        assertThat(metrics.value("insights_destination_pace_allowed", label)).isEqualTo(20);
        assertThat(metrics.value("insights_destination_pace_current", label))
                .as("halved by the 429, and on its way back")
                .isBetween(10.0, 16.0);
        assertThat(metrics.value("insights_destination_waited_total", label, "reason=\"throttled\""))
                .as("0.1 s were waited; on a busy machine whoever waits wakes later")
                .isBetween(0.05, 2.0);
        assertThat(metrics.value("insights_destination_waited_total", label, "reason=\"pace\""))
                .isGreaterThan(0.5);
        assertThat(metrics.value("insights_destination_circuit", label)).isZero();
    }

    @Test
    void countsRunsByOutcomeAndRejectionsByReason() {
        Metrics before = new Metrics(endpoint);
        UUID connection = neighbours.connection(autopilot, 1_000);
        people(3);
        neighbours.profile(prefix + "x", Instant.EPOCH, Map.of(), customers);
        String export = Api.create(connection, customers);
        Api.run(export);

        Metrics after = new Metrics(endpoint);
        assertThat(added(before, after, "insights_runs_ended_total", "status=\"COMPLETED_WITH_WARNINGS\""))
                .isEqualTo(1);
        assertThat(added(before, after, "insights_rejections_total", "reason=\"NO_EMAIL\""))
                .isEqualTo(1);
        assertThat(added(before, after, "insights_leases_total", "event=\"taken\""))
                .isEqualTo(1);
    }

    @Test
    void countsRunsThatWereEndedFromOutside() {
        Metrics before = new Metrics(endpoint);
        UUID connection = neighbours.connection(autopilot, 1_000);
        autopilot.fault(Map.of("effect", "STATUS", "status", 500));
        people(1);
        neighbours.profile(prefix + "x", Instant.EPOCH, Map.of(), customers);
        List<String> runs = Stream.generate(() -> Api.create(connection, customers))
                .limit(4)
                .map(export -> "/exports/" + export + "/runs/"
                        + Api.start(export, false).path("id"))
                .toList();
        runs.forEach(run -> Api.until(run, read -> "FAILED_RETRYING".equals(read.getString("status"))));

        Api.as("contributor").post(runs.get(0) + "/cancel").then().statusCode(200);
        Api.as("contributor")
                .header("If-Match", "*")
                .delete(runs.get(1).replaceFirst("/runs/.*", "/connection"))
                .then()
                .statusCode(200);
        Api.as("contributor")
                .header("If-Match", "*")
                .delete(runs.get(3).replaceFirst("/runs/.*", ""))
                .then()
                .statusCode(204);
        Api.as("destination-service")
                .body(Map.of("reason", "CONSENT_WITHDRAWN"))
                .post("/internal/connections/" + connection + "/closed")
                .then()
                .statusCode(204);

        Metrics after = new Metrics(endpoint);
        String ended = "insights_runs_ended_total";
        assertThat(added(before, after, ended, "status=\"CANCELED\"", "reason=\"\""))
                .as("canceled, and its export removed")
                .isEqualTo(2);
        assertThat(added(before, after, ended, "status=\"FAILED_PERMANENT\"", "reason=\"CONNECTION_CLOSED\""))
                .as("detached, and its connection closed")
                .isEqualTo(2);
        assertThat(added(before, after, "insights_rejections_total", "reason=\"NO_EMAIL\""))
                .isEqualTo(3);
    }

    @Test
    void aRunThatSomebodyEndedAtAnotherReplicaIsNoLostLease() {
        Metrics before = new Metrics(endpoint);
        people(200);
        String export = Api.create(neighbours.connection(autopilot, 5), customers);
        String run = Api.start(export, false).path("id");
        Patience.await().until(() -> Api.get(export, run).getInt("totals.membershipsJoined") > 0);
        new Rows(database).change("""
                update run set status = 'CANCELED', epoch = epoch + 1, lease_until = null, finished_at = clock_timestamp()
                where id = ?""", UUID.fromString(run));
        Patience.await().untilAsserted(() -> assertThat(
                        added(before, new Metrics(endpoint), "insights_leases_total", "event=\"stopped\""))
                .isEqualTo(1));
        assertThat(added(before, new Metrics(endpoint), "insights_leases_total", "event=\"lost\""))
                .isZero();
    }

    @Test
    void tellsWhatIsStillToBeDone() throws Exception {
        UUID connection = neighbours.connection(autopilot, 2);
        people(150);
        String first = Api.create(connection, customers);
        String second = Api.create(connection, customers);
        String run = Api.start(first, false).path("id");
        Api.until("/exports/" + first + "/runs/" + run, read -> "JOIN".equals(read.getString("phase")));
        String waiting = Api.start(second, false).path("id");
        try (EventStream stream = new EventStream(
                "%s:%d/exports/%s/runs/%s/progress".formatted(RestAssured.baseURI, RestAssured.port, first, run),
                Tokens.token("viewer"))) {
            stream.next();
            await().untilAsserted(() -> {
                Metrics metrics = new Metrics(endpoint);
                assertThat(metrics.value("insights_runs", "state=\"processing\""))
                        .isEqualTo(1);
                assertThat(metrics.value("insights_runs", "state=\"waiting\"")).isEqualTo(1);
                assertThat(metrics.value("insights_runs_oldest_waiting_seconds"))
                        .isBetween(0.5, 30.0);
                assertThat(metrics.value("insights_runs_longest_running_seconds"))
                        .isBetween(1.0, 30.0);
                assertThat(metrics.value("insights_ledger_lag_profiles")).isZero();
                assertThat(metrics.value("insights_runs_watchers")).isEqualTo(1);
            });
        }
        Api.as("contributor").post("/exports/" + second + "/runs/" + waiting + "/cancel");
        Api.as("contributor").post("/exports/" + first + "/runs/" + run + "/cancel");
        await().untilAsserted(() -> {
            Metrics metrics = new Metrics(endpoint);
            assertThat(metrics.value("insights_runs", "state=\"processing\"")).isZero();
            assertThat(metrics.value("insights_runs", "state=\"waiting\"")).isZero();
            assertThat(metrics.value("insights_runs_watchers"))
                    .as("the client is gone")
                    .isZero();
        });
    }

    @Test
    void showsAnOpenCircuitAndTheProfilesThatWait() {
        UUID connection = neighbours.connection(autopilot, 1_000);
        autopilot.fault(Map.of("effect", "STATUS", "status", 500));
        people(7);
        List<String> runs = Stream.generate(() -> Api.create(connection, customers))
                .limit(3)
                .map(export -> "/exports/" + export + "/runs/"
                        + Api.start(export, false).path("id"))
                .toList();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Metrics metrics = new Metrics(endpoint);
            assertThat(metrics.value("insights_destination_circuit", label(connection)))
                    .as("open, or half open after a while")
                    .isPositive();
            assertThat(metrics.value("insights_runs", "state=\"retrying\"")).isEqualTo(3);
            assertThat(metrics.value("insights_ledger_lag_profiles")).isEqualTo(21);
        });
        runs.forEach(run -> Api.as("contributor").post(run + "/cancel").then().statusCode(200));
    }

    @Test
    void everyMetricIsDocumentedAndNoOther() {
        autopilot.fault(Map.of("effect", "STATUS", "status", 429, "next", 1));
        people(1);
        neighbours.profile(prefix + "x", Instant.EPOCH, Map.of(), customers);
        Api.run(Api.create(neighbours.connection(autopilot, 5), customers));
        DocumentedMetrics.areWhatIsToldBy("export-service", endpoint);
    }

    private double added(Metrics before, Metrics after, String name, String... labels) {
        return after.value(name, labels) - before.value(name, labels);
    }

    private static double requests(Metrics metrics, UUID connection, String operation, String outcome) {
        return metrics.value(
                "insights_destination_requests_seconds_count",
                label(connection),
                "operation=\"" + operation + "\"",
                "outcome=\"" + outcome + "\"");
    }

    private static String label(UUID connection) {
        return "connection=\"" + connection + "\"";
    }

    private void people(int count) {
        IntStream.range(0, count)
                .forEach(i -> neighbours.profile(
                        prefix + i, Instant.EPOCH, Map.of("email", "p" + i + "@example.com"), customers));
    }
}
