package insights.export.worker;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People and contacts that change while a run goes on, and runs that end half-way. */
@QuarkusTest
class ChangedMeanwhileTest {

    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 1_000);
    private final UUID first = neighbours.segment("First");
    private final UUID second = neighbours.segment("Second");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aRefreshBetweenComparingAndSendingLeavesNoFieldBehind() {
        person(0, "Ana", first);
        String export = export("FIELD", first, second);
        run(export, "SUCCESSFUL");
        person(0, "Anna", first);
        neighbours.afterPeopleWereRead(() -> person(0, "Anna", second));
        run(export, "SUCCESSFUL");
        run(export, "SUCCESSFUL");
        assertThat(fields("p0@example.com")).containsEntry("First", false).containsEntry("Second", true);
    }

    @Test
    void whoChangesBetweenComparingAndSendingIsPutOnItsListAllTheSame() {
        person(0, "Ana", first);
        String export = export("LIST", first);
        neighbours.afterPeopleWereRead(() -> person(0, "Anna", first));
        run(export, "SUCCESSFUL");
        assertThat(autopilot.memberships().get("First")).containsExactly("p0@example.com");
        assertThat(autopilot.contacts().get("p0@example.com")).containsEntry("FirstName", "Anna");
    }

    @Test
    void whoWasNeverSentIsNotCreatedInOrderToBeTakenOff() {
        IntStream.range(0, 250).forEach(person -> person(person, "Name", first));
        String export = export("FIELD", first);
        autopilot.fault(Map.of("effect", "STATUS", "status", 402, "path", "/contacts", "skip", 1));
        run(export, "FAILED_PERMANENT");
        assertThat(autopilot.contacts()).hasSize(100);
        autopilot.clearFaults();
        autopilot.clearCounters();
        IntStream.range(1, 250).forEach(person -> person(person, "Name"));

        Json end = Api.end(export, Api.start(export, true).path("id"));

        assertThat(end.getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(autopilot.contacts()).hasSize(100);
        assertThat(fields("p0@example.com")).containsEntry("First", true);
        assertThat(autopilot.contacts().keySet().stream()
                        .filter(email -> fields(email).get("First").equals(true)))
                .containsExactly("p0@example.com");
        assertThat(autopilot.requests())
                .as("asked for those alone that may have been sent: of two further requests, both announced")
                .containsEntry("GET /contact/{contact}", 150);
    }

    @Test
    void theProfileThatTakesOverAnAddressKeepsItsPlaceOnTheListWhateverBecomesOfTheOther() {
        person(0, "Ana", first);
        String export = export("LIST", first);
        run(export, "SUCCESSFUL");
        neighbours.profile(id(1), EARLY.plusSeconds(1), attributes(0, "Anna"), first);
        autopilot.fault(Map.of(
                "effect", "STATUS", "status", 400, "path", "/list/{list}/contact/{contact}", "method", "DELETE"));
        run(export, "COMPLETED_WITH_WARNINGS");
        autopilot.clearFaults();
        run(export, "COMPLETED_WITH_WARNINGS");
        run(export, "COMPLETED_WITH_WARNINGS");
        assertThat(autopilot.memberships().get("First")).containsExactly("p0@example.com");
    }

    @Test
    void anExportWhosePeopleCannotBeTakenOffStaysAndCanBeRemovedAgain() {
        person(0, "Ana", first);
        String export = export("LIST", first);
        run(export, "SUCCESSFUL");
        autopilot.fault(Map.of(
                "effect",
                "STATUS",
                "status",
                400,
                "path",
                "/list/{list}/contact/{contact}",
                "method",
                "DELETE",
                "next",
                1));
        takeOff(export);
        Json run = Api.until("/exports/" + export + "/runs?limit=1", runs -> runs.get("items[0].finishedAt") != null);
        assertThat(run.getString("items[0].status")).isEqualTo("COMPLETED_WITH_WARNINGS");
        takeOff(export);
        Api.untilGone("/exports/" + export);
        assertThat(autopilot.memberships().get("First")).isEmpty();
    }

    @Test
    void oneAudienceThatEmptiesAmongOthersIsAskedAbout() {
        IntStream.range(0, 120).forEach(person -> person(person, "Name", first, second));
        String export = export("FIELD", first, second);
        run(export, "SUCCESSFUL");
        IntStream.range(0, 120).forEach(person -> person(person, "Name", second));
        Json stopped = run(export, "SKIPPED");
        assertThat(stopped.getString("reason")).isEqualTo("MASS_REMOVAL");
        assertThat(stopped.getString("detail"))
                .startsWith("120 of 120 people would be taken off the audience of the segment \"First\" (" + first
                        + "). If that is right, run it with confirmRemovals.")
                .doesNotContain("Second");
        Json confirmed = Api.end(export, Api.start(export, true).path("id"));
        assertThat(confirmed.getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(fields("p7@example.com")).containsEntry("First", false).containsEntry("Second", true);
    }

    /** Case O09. */
    @Test
    void aKeyThatIsReplacedMeanwhileIsNotTakenForTheRefusedOne() {
        person(0, "Ana", first);
        String export = export("FIELD", first);
        Sandbox better = new Sandbox();
        autopilot.fault(Map.of("effect", "STATUS", "status", 401));
        neighbours.replaceKey(connection, "first");
        neighbours.afterPeopleWereRead(() -> neighbours.replaceKey(connection, "second", better));
        run(export, "SUCCESSFUL");
        assertThat(better.contacts()).containsOnlyKeys("p0@example.com");
        assertThat(neighbours.needsAttention(connection)).isFalse();
    }

    /** Case O09. */
    @Test
    void aRunWithANewKeyGoesOnWhereTheOldOneWasRefused() {
        IntStream.range(0, 250).forEach(person -> person(person, "Name", first));
        String export = export("FIELD", first);
        autopilot.fault(Map.of("effect", "STATUS", "status", 401, "path", "/contacts", "skip", 1));
        assertThat(run(export, "FAILED_PERMANENT").getString("reason")).isEqualTo("INVALID_API_KEY");
        assertThat(autopilot.contacts()).hasSize(100);
        autopilot.clearFaults();
        autopilot.clearCounters();
        neighbours.replaceKey(connection, "another", autopilot);

        run(export, "SUCCESSFUL");

        assertThat(autopilot.contacts()).hasSize(250);
        assertThat(autopilot.requests()).as("nothing twice").isEqualTo(Map.of("POST /contacts", 2));
    }

    private String export(String mode, UUID... segments) {
        Map<String, Object> request = Api.request(connection, segments);
        request.put("audienceMode", mode);
        return Api.create(request);
    }

    private static Json run(String export, String status) {
        Json run = Api.run(export);
        assertThat(run.getString("status")).as(run.toString()).isEqualTo(status);
        return run;
    }

    private static void takeOff(String export) {
        Api.as("contributor")
                .header("If-Match", "*")
                .delete("/exports/" + export + "?takeOff=true")
                .then()
                .statusCode(202);
    }

    private void person(int number, String name, UUID... segments) {
        neighbours.profile(id(number), EARLY, attributes(number, name), segments);
    }

    private String id(int number) {
        return prefix + number;
    }

    private static Map<String, Object> attributes(int number, String name) {
        return Map.of("email", "p" + number + "@example.com", "first_name", name, "points", 7);
    }

    /** What the boolean fields of a contact say. */
    private Map<String, Boolean> fields(String email) {
        Map<String, Boolean> values = new java.util.HashMap<>();
        ((List<?>) autopilot.contacts().get(email).get("custom_fields"))
                .stream()
                        .map(Map.class::cast)
                        .filter(field -> field.get("value") instanceof Boolean)
                        .forEach(field -> values.put((String) field.get("kind"), (Boolean) field.get("value")));
        return values;
    }
}
