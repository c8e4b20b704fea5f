package insights.export.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import insights.common.testing.Json;
import insights.common.testing.Tokens;
import insights.export.testing.Api;
import insights.export.testing.EventStream;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How far a run is, read and followed. */
@QuarkusTest
class RunProgressResourceTest {

    private static final int RATE = 10;

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID customers = neighbours.segment("Customers");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void tellsPaceAndEndOfTheWholeRunUntilItHasEnded() throws Exception {
        String path = begin(neighbours.connection(autopilot, RATE), 35);
        try (EventStream stream = follow(path, Tokens.token("viewer"))) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.contentType()).startsWith("text/event-stream");
            List<EventStream.Event> events = stream.rest();

            Json end = events.getLast().data();
            assertThat(end.getString("status")).isEqualTo("SUCCESSFUL");
            assertThat(end.getMap("progress")).containsOnlyKeys("done", "total");
            assertThat(events).filteredOn(event -> event.name().equals("end")).hasSize(1);
            List<Json> joining = events.stream()
                    .map(EventStream.Event::data)
                    .filter(run -> "JOIN".equals(run.getString("phase")) && run.get("progress.estimatedEnd") != null)
                    .toList();
            assertThat(joining).hasSizeGreaterThan(2).allSatisfy(run -> {
                assertThat(run.getLong("progress.requestsLeft")).isEqualTo(35 - run.getLong("progress.done"));
                // On a busy machine it is what it is, but never above what is allowed for long.
                assertThat(run.getDouble("progress.ratePerSecond")).isBetween(0.5, RATE + 3.0);
                assertThat(Instant.parse(run.getString("progress.estimatedEnd")))
                        .isAfter(run.getString("startedAt"));
            });
            assertThat(Instant.parse(joining.getLast().getString("progress.estimatedEnd")))
                    .isCloseTo(end.getString("finishedAt"), within(5, ChronoUnit.SECONDS));
        }
    }

    @Test
    void isSilentAboutWhatItCannotKnow() throws Exception {
        autopilot.fault(Map.of("effect", "HANG", "path", "/contacts"));
        String path = begin(neighbours.connection(autopilot, 1_000), 3);
        Json run = Api.until(path, read -> "UPSERT".equals(read.getString("phase")));
        assertThat(run.getMap("progress")).containsOnlyKeys("done", "total", "requestsLeft");
        assertThat(run.getInt("progress.requestsLeft")).isEqualTo(1 + 3);
        Api.as("contributor").post(path + "/cancel").then().statusCode(200);
    }

    @Test
    void repeatsItselfWhileNothingHappensAndEndsWhenTheRunIsCanceled() throws Exception {
        autopilot.fault(Map.of("effect", "STATUS", "status", 500));
        String path = begin(neighbours.connection(autopilot, 1_000), 3);
        Api.until(path, read -> read.getInt("failures") == 2 && read.get("nextAttemptAt") != null);
        try (EventStream stream = follow(path, Tokens.token("viewer"))) {
            Map<Object, Object> waiting = stream.next().data().getMap("");
            assertThat(stream.next().data().getMap("")).isEqualTo(waiting);
            Api.as("contributor").post(path + "/cancel").then().statusCode(200);
            assertThat(stream.rest().getLast().data().getString("status")).isEqualTo("CANCELED");
        }
    }

    @Test
    void tellsTheEndOfARunThatHasEndedAlready() throws Exception {
        String path = begin(neighbours.connection(autopilot, 1_000), 3);
        Api.until(path, read -> read.get("finishedAt") != null);
        try (EventStream stream = follow(path, Tokens.token("viewer"))) {
            assertThat(stream.rest()).extracting(EventStream.Event::name).containsExactly("end");
        }
    }

    @Test
    void endsWithTheTokenWithoutCallingItTheEndOfTheRun() throws Exception {
        String path = begin(neighbours.connection(autopilot, RATE), 60);
        String shortToken =
                Tokens.of("viewer").expiresAt(Instant.now().plusSeconds(2)).sign();
        try (EventStream stream = follow(path, shortToken)) {
            assertThat(stream.rest())
                    .isNotEmpty()
                    .extracting(EventStream.Event::name)
                    .containsOnly("progress");
        }
        Api.as("contributor").post(path + "/cancel").then().statusCode(200);
    }

    @Test
    void isForWhoMayReadTheRun() {
        String path = begin(neighbours.connection(autopilot, 1_000), 1) + "/progress";
        given().get(path).then().statusCode(401);
        Api.as("export-service").get(path).then().statusCode(403);
        String unknown = path.replaceAll("runs/[^/]+", "runs/" + UUID.randomUUID());
        Api.as("viewer").get(unknown).then().statusCode(404).contentType("application/problem+json");
    }

    /** @return the path of the run */
    private String begin(UUID connection, int people) {
        IntStream.range(0, people)
                .forEach(i -> neighbours.profile(
                        prefix + i, Instant.EPOCH, Map.of("email", "p" + i + "@example.com"), customers));
        String export = Api.create(connection, customers);
        return "/exports/" + export + "/runs/" + Api.start(export, false).path("id");
    }

    private static EventStream follow(String path, String token) throws IOException, InterruptedException {
        return new EventStream(RestAssured.baseURI + ":" + RestAssured.port + path + "/progress", token);
    }
}
