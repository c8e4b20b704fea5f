package insights.export.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import insights.common.testing.Json;
import insights.common.testing.Patience;
import insights.common.testing.Tokens;
import insights.export.testing.Api;
import insights.export.testing.AtOnce;
import insights.export.testing.Leftovers;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an announced refresh sets off: seen from outside, in the list of runs. */
@QuarkusTest
class HookResourceTest {

    private static final String HOOK = "/hooks/refresh-completed";
    private static final Instant LONG_AGO = Instant.parse("2026-05-01T12:00:00Z");
    private static final AtomicInteger DAYS = new AtomicInteger();

    private final Neighbours neighbours = Neighbours.get();
    private final UUID connection = neighbours.connection(new Sandbox(), 1_000);
    private final UUID customers = neighbours.segment("Customers");
    private final UUID fans = neighbours.segment("Fans");
    private final UUID refresh = UUID.randomUUID();
    /** Each test has a day of its own, later than those before: refreshes of earlier tests are outdated. */
    private final Instant noon = LONG_AGO.plus(DAYS.incrementAndGet(), ChronoUnit.DAYS);

    /** Segments of other tests may be switched off by now, or gone. */
    @BeforeEach
    void nothingIsLeftOver() {
        Leftovers.detach();
    }

    @Test
    void setsOffTheExportsWithOneOfItsSegments() {
        String one = Api.create(connection, customers);
        String both = Api.create(connection, customers, fans);
        String other = Api.create(connection, fans);
        String off = create(Map.of("kind", "OFF"));
        String daily = create(Map.of("kind", "DAILY", "times", List.of("06:30"), "timeZone", "UTC"));
        String detached = Api.create(connection, customers);
        Api.as("contributor")
                .header("If-Match", "*")
                .delete("/exports/" + detached + "/connection")
                .then()
                .statusCode(200);

        announce("segment-service", successful(refresh, noon, customers))
                .statusCode(202)
                .body("refreshId", equalTo(refresh.toString()))
                .body("queued", equalTo(2));

        for (String export : List.of(one, both)) {
            Map<String, Object> run = onlyRun(export);
            assertThat(run)
                    .containsEntry("trigger", "SYSTEM_REFRESH")
                    .containsEntry("refreshId", refresh.toString())
                    .containsEntry("requestedBy", Map.of("subject", "system refresh", "name", "system refresh"));
            assertThat(Api.end(export, (String) run.get("id")).getString("status"))
                    .isEqualTo("SUCCESSFUL");
        }
        for (String export : List.of(other, off, daily, detached)) {
            assertThat(runs(export)).isEmpty();
        }
    }

    @Test
    void setsOffWhatNoRefreshIsAboutAnyMore() {
        UUID gone = neighbours.segment("Gone");
        String inactive = Api.create(connection, fans);
        String both = Api.create(connection, fans, gone);
        String partly = Api.create(connection, fans, neighbours.segment("Not in this refresh"));
        String off = create(Map.of("kind", "OFF"));
        neighbours.deactivate(fans);
        neighbours.removeSegment(gone);

        announce("segment-service", successful(refresh, noon, customers))
                .statusCode(202)
                .body("queued", equalTo(2));

        end(inactive);
        end(both);
        assertThat(onlyRun(inactive))
                .containsEntry("status", "SKIPPED")
                .containsEntry("reason", "SEGMENT_INACTIVE")
                .containsEntry("trigger", "SYSTEM_REFRESH")
                .containsEntry("refreshId", refresh.toString());
        assertThat(onlyRun(both)).containsEntry("status", "SKIPPED").containsEntry("reason", "SEGMENT_GONE");
        assertThat(runs(partly)).isEmpty();
        assertThat(runs(off)).isEmpty();
        announce("segment-service", successful(refresh, noon, customers)).body("queued", equalTo(2));
        assertThat(runs(inactive)).hasSize(1);
    }

    /** Case T05. */
    @Test
    void setsOffOneRunHoweverOftenAndHoweverConcurrentlyItIsTold() {
        String export = Api.create(connection, customers);
        HttpRequest request = AtOnce.post("segment-service", HOOK, successful(refresh, noon, customers));
        assertThat(AtOnce.send(Collections.nCopies(8, request)))
                .allMatch(answer -> answer.statusCode() == 202)
                .extracting(answer -> Json.from(answer.body()).getInt("queued"))
                .containsOnly(1);
        end(export);
        announce("platform", failed(refresh, noon)).statusCode(202).body("outcome", equalTo("SUCCESSFUL"));
        assertThat(runs(export)).hasSize(1);
    }

    @Test
    void doesNothingForARefreshThatIsOlderThanOneAlreadyHandled() {
        String export = Api.create(connection, customers);
        announce("platform", successful(refresh, noon, customers)).body("queued", equalTo(1));
        end(export);
        announce("platform", successful(UUID.randomUUID(), noon.minusSeconds(1), customers))
                .statusCode(202)
                .body("queued", equalTo(0));
        announce("platform", failed(UUID.randomUUID(), noon.minusSeconds(1), customers))
                .statusCode(202)
                .body("skipped", equalTo(0));
        assertThat(runs(export)).hasSize(1);
        announce("platform", successful(UUID.randomUUID(), noon.plusSeconds(1), customers))
                .body("queued", equalTo(1));
    }

    @Test
    void setsOffForARefreshThatIsToldAfterALaterOneThatFailed() {
        String export = Api.create(connection, customers);
        announce("platform", failed(refresh, noon, customers)).body("skipped", equalTo(1));
        announce("platform", successful(UUID.randomUUID(), noon.minusSeconds(1), customers))
                .statusCode(202)
                .body("queued", equalTo(1));
        end(export);
    }

    @Test
    void refusesARefreshThatEndsInTheFuture() {
        String export = Api.create(connection, customers);
        announce("platform", successful(refresh, Instant.now().plusSeconds(3600), customers))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/finishedAt"));
        assertThat(runs(export)).isEmpty();
    }

    @Test
    void setsOffForAnOlderRefreshWhatTheLaterOneWasNotAbout() {
        String export = Api.create(connection, fans);
        announce("platform", successful(refresh, noon, customers)).body("queued", equalTo(0));
        announce("platform", successful(UUID.randomUUID(), noon.minusSeconds(1), fans))
                .body("queued", equalTo(1));
        assertThat(runs(export)).hasSize(1);
    }

    @Test
    void settlesOnOneRunForRefreshesThatComeInAnyOrderAtOnce() {
        String export = Api.create(connection, customers);
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(6).toList();
        List<HttpRequest> announcements = IntStream.range(0, 6)
                .mapToObj(i -> AtOnce.post("platform", HOOK, successful(ids.get(i), noon.plusSeconds(i), customers)))
                .toList();
        assertThat(AtOnce.send(announcements)).allMatch(answer -> answer.statusCode() == 202);
        end(export);
        assertThat(runs(export)).hasSizeBetween(1, 6).allSatisfy(run -> assertThat(run)
                .containsEntry("status", "SUCCESSFUL"));
        assertThat(runs(export).getFirst())
                .containsEntry("refreshId", ids.getLast().toString());
    }

    @Test
    void recordsARunThatTheFailureOfTheRefreshPrevented() {
        String export = Api.create(connection, customers);
        String off = create(Map.of("kind", "OFF"));
        announce("segment-service", failed(refresh, noon.plusSeconds(3600))).statusCode(202);
        end(export);
        assertThat(onlyRun(export))
                .containsEntry("status", "SKIPPED")
                .containsEntry("reason", "REFRESH_FAILED")
                .containsEntry("trigger", "SYSTEM_REFRESH")
                .containsEntry("refreshId", refresh.toString())
                .containsKey("finishedAt");
        assertThat(runs(off)).isEmpty();
        announce("segment-service", failed(refresh, noon.plusSeconds(3600))).statusCode(202);
        assertThat(runs(export)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"viewer", "contributor", "admin", "export-service", "destination-service", "nobody-we-know"})
    void isClosedToOtherCallers(String role) {
        String export = Api.create(connection, customers);
        announce(role, successful(refresh, noon, customers)).statusCode(403);
        assertThat(runs(export)).isEmpty();
        assertWasNotHandled();
    }

    @Test
    void isClosedToCallersWhoCannotProveWhoTheyAre() {
        String export = Api.create(connection, customers);
        for (Tokens token : List.of(
                Tokens.of("segment-service").expiresAt(Instant.now().minusSeconds(60)),
                Tokens.of("segment-service").foreignKey(),
                Tokens.of("segment-service").issuer("https://elsewhere.example.com"),
                Tokens.of("platform").audience("segment-service"))) {
            post(token.sign(), successful(refresh, noon, customers)).statusCode(401);
        }
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(successful(refresh, noon, customers))
                .post(HOOK)
                .then()
                .statusCode(401);
        assertThat(runs(export)).isEmpty();
        assertWasNotHandled();
    }

    @Test
    void pointsAtWhatIsWrongAndTakesWhatItDoesNotKnow() {
        announce("platform", Map.of())
                .statusCode(422)
                .body("type", equalTo("urn:insights:problem:validation-failed"))
                .body("errors.pointer", hasItems("/refreshId", "/finishedAt", "/outcome"));
        Map<String, Object> odd = successful(refresh, noon, customers);
        odd.put("outcome", "PERHAPS");
        announce("platform", odd).statusCode(400).contentType("application/problem+json");
        odd.put("outcome", "SUCCESSFUL");
        odd.put("segments", List.of(Map.of("size", 3)));
        announce("platform", odd).statusCode(422).body("errors[0].pointer", equalTo("/segments/0/id"));
        odd.put("segments", List.of(Map.of("id", customers, "size", -5)));
        announce("platform", odd).statusCode(422).body("errors[0].pointer", equalTo("/segments/0/size"));
        Map<String, Object> later = successful(refresh, noon, customers);
        later.put("newInTheNextVersion", true);
        announce("platform", later).statusCode(202);
    }

    /** Unknown members are ignored: of a failed refresh, segments under another name would be all that there are. */
    @Test
    void doesNotTakeAMisspeltListForAllSegments() {
        String export = Api.create(connection, customers);
        for (String outcome : List.of("SUCCESSFUL", "FAILED")) {
            Map<String, Object> misspelt = event(refresh, noon, outcome, fans);
            misspelt.put("segmnets", misspelt.remove("segments"));
            announce("platform", misspelt).statusCode(422).body("errors.pointer", hasItems("/segments"));
        }
        assertThat(runs(export)).isEmpty();
        assertWasNotHandled();
    }

    @Test
    void takesTimesAsTextAndInTheirOrder() {
        for (Object wrong :
                List.of(1_795_554_000, 1_795_554_000.5, "1795554000", "yesterday", "+12026-01-31T08:00:00Z")) {
            for (String member : List.of("startedAt", "finishedAt")) {
                Map<String, Object> event = successful(refresh, noon, customers);
                event.put(member, wrong);
                announce("platform", event)
                        .statusCode(400)
                        .body("errors[0].pointer", equalTo("/" + member))
                        .body("errors[0].detail", startsWith("is not a time of the years 1 to 9999"));
            }
        }
        Map<String, Object> backwards = successful(refresh, noon, customers);
        backwards.put("startedAt", noon.plusSeconds(1).toString());
        announce("platform", backwards).statusCode(422).body("errors[0].pointer", equalTo("/startedAt"));
        assertWasNotHandled();
    }

    /** Had it been, telling it again by somebody who may would have no effect. */
    private void assertWasNotHandled() {
        String export = Api.create(connection, customers);
        announce("platform", successful(refresh, noon, customers)).statusCode(202);
        assertThat(runs(export)).hasSize(1);
    }

    private String create(Map<String, Object> schedule) {
        Map<String, Object> request = Api.request(connection, customers);
        request.put("schedule", schedule);
        return Api.create(request);
    }

    private static Map<String, Object> successful(UUID refresh, Instant finishedAt, UUID... segments) {
        return event(refresh, finishedAt, "SUCCESSFUL", segments);
    }

    private static Map<String, Object> failed(UUID refresh, Instant finishedAt, UUID... segments) {
        return event(refresh, finishedAt, "FAILED", segments);
    }

    private static Map<String, Object> event(UUID refresh, Instant finishedAt, String outcome, UUID... segments) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("refreshId", refresh);
        event.put("startedAt", finishedAt.minusSeconds(10).toString());
        event.put("finishedAt", finishedAt.toString());
        event.put("outcome", outcome);
        event.put(
                "segments",
                Stream.of(segments)
                        .map(id -> Map.of("id", id, "version", 1, "size", 10))
                        .toList());
        return event;
    }

    private static ValidatableResponse announce(String role, Object event) {
        return post(Tokens.token(role), event);
    }

    private static ValidatableResponse post(String token, Object event) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(event)
                .post(HOOK)
                .then();
    }

    private static void end(String export) {
        Patience.await().until(() -> runs(export).stream().allMatch(run -> run.containsKey("finishedAt")));
    }

    private static Map<String, Object> onlyRun(String export) {
        assertThat(runs(export)).hasSize(1);
        return runs(export).getFirst();
    }

    private static List<Map<String, Object>> runs(String export) {
        return Api.as("viewer").get("/exports/" + export + "/runs").jsonPath().getList("items");
    }
}
