package insights.export.run;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.common.testing.Patience;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What destination-service tells of a connection stops its runs. Asked, it would still say here that all is well, so
 * that nothing else can be what stopped them.
 */
@QuarkusTest
class ConnectionClosedTest {

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 20);
    private final UUID segment = neighbours.segment("Customers");

    @ParameterizedTest
    @CsvSource({
        "CONSENT_WITHDRAWN, CONNECTION_CLOSED, consent",
        "EXPORT_USER_REMOVED, CONNECTION_CLOSED, export user",
        "EXPORT_USER_LAPSED, CONNECTION_CLOSED, disabled at the identity provider",
        "API_KEY_REFUSED, INVALID_API_KEY, key"
    })
    void stopsTheRunThatGoesOnBeforeItsNextRequest(String reason, String stopReason, String detail) {
        people();
        String export = Api.create(connection, segment);
        String run = Api.start(export, false).path("id");
        Patience.await().until(() -> Api.get(export, run).getInt("totals.membershipsJoined") > 0);
        tell("destination-service", connection, reason, 204);
        int requests = requests();
        Json ended = Api.get(export, run);
        assertThat(ended.getString("status")).isEqualTo("FAILED_PERMANENT");
        assertThat(ended.getString("reason")).isEqualTo(stopReason);
        assertThat(ended.getString("detail")).contains(detail);
        // The one that was under way may have come to its end.
        Patience.await()
                .during(Duration.ofMillis(600))
                .atMost(Duration.ofSeconds(2))
                .until(() -> requests() <= requests + 1);
    }

    @Test
    void stopsWhatWaitsToo() {
        people();
        String first = Api.create(connection, segment);
        String second = Api.create(connection, segment);
        String going = Api.start(first, false).path("id");
        String waiting = Api.start(second, false).path("id");
        tell("destination-service", connection, "CONSENT_WITHDRAWN", 204);
        assertThat(Api.get(first, going).getString("reason")).isEqualTo("CONNECTION_CLOSED");
        assertThat(Api.get(second, waiting).getString("reason")).isEqualTo("CONNECTION_CLOSED");
    }

    @Test
    void leavesOtherConnectionsAndWhatHasEndedAlone() {
        neighbours.profile("one-" + connection, Instant.EPOCH, Map.of("email", "one@example.com"), segment);
        String export = Api.create(connection, segment);
        String run = Api.run(export).getString("id");
        tell("destination-service", connection, "CONSENT_WITHDRAWN", 204);
        tell("destination-service", UUID.randomUUID(), "CONSENT_WITHDRAWN", 204);
        assertThat(Api.get(export, run).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
    }

    @ParameterizedTest
    @CsvSource({"admin", "contributor", "export-service", "segment-service", "platform"})
    void isForDestinationServiceOnly(String role) {
        tell(role, connection, "CONSENT_WITHDRAWN", 403);
    }

    @Test
    void refusesNoticesThatSayNothing() {
        Api.as("destination-service")
                .body(Map.of("at", "2026-01-01T00:00:00Z"))
                .post("/internal/connections/" + connection + "/closed")
                .then()
                .statusCode(422);
    }

    private static void tell(String role, UUID connection, String reason, int status) {
        Api.as(role)
                .body(Map.of(
                        "reason",
                        reason,
                        "by",
                        Map.of("subject", "s", "name", "admin"),
                        "at",
                        Instant.EPOCH.toString()))
                .post("/internal/connections/" + connection + "/closed")
                .then()
                .statusCode(status);
    }

    private int requests() {
        return autopilot.requests().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private void people() {
        IntStream.range(0, 100)
                .forEach(i -> neighbours.profile(
                        connection + "-" + i, Instant.EPOCH, Map.of("email", "p" + i + "@example.com"), segment));
    }
}
