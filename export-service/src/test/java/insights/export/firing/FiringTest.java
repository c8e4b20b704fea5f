package insights.export.firing;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.MutableClock;
import insights.export.definition.DueExports;
import insights.export.start.AutomaticRuns;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Rows;
import insights.export.testing.Sandbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the times of a schedule. The service's own scheduler rests meanwhile. */
@QuarkusTest
class FiringTest {

    private static final Instant DUE = Instant.parse("2027-05-10T06:30:00Z");

    @Inject
    DueExports exports;

    @Inject
    AutomaticRuns runs;

    @Inject
    FiringConfig config;

    @Inject
    AgroalDataSource database;

    @Inject
    Scheduler scheduler;

    private final UUID connection = Neighbours.get().connection(new Sandbox(), 1_000);
    private final UUID segment = Neighbours.get().segment("Customers");
    private final MutableClock clock = new MutableClock(DUE);
    private Rows rows;
    private String export;

    @BeforeEach
    void rest() {
        scheduler.pause();
        rows = new Rows(database);
        rows.change("update export set next_fire_at = null where connection_id <> ?", connection);
        Map<String, Object> request = Api.request(connection, segment);
        request.put("schedule", daily("06:30"));
        export = Api.create(request);
        due(DUE);
    }

    @AfterEach
    void workAgain() {
        rows.change("delete from export where connection_id = ?", connection);
        scheduler.resume();
    }

    @Test
    void statesTheTriggerAndTheScheduledTime() {
        clock.advance(Duration.ofSeconds(1));
        fireAll();
        assertThat(runs()).singleElement().satisfies(run -> assertThat(run)
                .containsEntry("trigger", "SCHEDULED")
                .containsEntry("scheduledFor", DUE.toString())
                .containsEntry("requestedBy", Map.of("subject", "schedule", "name", "schedule"))
                .containsEntry("status", "QUEUED"));
    }

    @Test
    void doesNothingBeforeTheTimeAndNothingTwice() {
        clock.advance(Duration.ofMillis(-1));
        assertThat(fireNext()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(fireNext()).isTrue();
        assertThat(fireNext()).isFalse();
        assertThat(runs()).hasSize(1);
    }

    /** Case T04. */
    @Test
    void makesATimeGoodThatIsLessThanTwelveHoursOld() {
        clock.advance(Duration.ofHours(12).minusMillis(1));
        fireAll();
        assertThat(runs()).singleElement().satisfies(run -> assertThat(run)
                .containsEntry("status", "QUEUED")
                .containsEntry("scheduledFor", DUE.toString()));
    }

    /** Case T04. */
    @Test
    void recordsATimeAsMissedThatIsOlder() {
        clock.advance(Duration.ofHours(12));
        fireAll();
        assertThat(runs()).singleElement().satisfies(run -> assertThat(run)
                .containsEntry("status", "SKIPPED")
                .containsEntry("reason", "MISSED")
                .containsEntry("trigger", "SCHEDULED")
                .containsEntry("scheduledFor", DUE.toString()));
    }

    @Test
    void runsOnceAfterALongTimeAndRecordsTheRest() {
        edit(daily("06:30", "08:00"));
        due(DUE);
        clock.advance(Duration.ofDays(200).plusHours(3));
        fireAll();
        List<Map<String, Object>> all = allRuns();
        assertThat(all).hasSize(2 * 200 + 1);
        assertThat(all)
                .filteredOn(run -> run.get("status").equals("QUEUED"))
                .singleElement()
                .satisfies(run -> assertThat(run)
                        // The later of the two joined the run of the earlier, which waits.
                        .containsEntry(
                                "scheduledFor",
                                DUE.plus(Duration.ofDays(200))
                                        .plusSeconds(90 * 60)
                                        .toString()));
        assertThat(all).filteredOn(run -> "MISSED".equals(run.get("reason"))).hasSize(400);
    }

    /** Case T05. */
    @Test
    void joinsARunThatWaitsAndFollowsOneThatGoesOn() {
        String waiting =
                Api.start(export, false).then().statusCode(202).extract().path("id");
        fireAll();
        assertThat(runs()).singleElement().satisfies(run -> assertThat(run)
                .containsEntry("id", waiting)
                .containsEntry("trigger", "ON_DEMAND")
                .containsEntry("scheduledFor", DUE.toString()));
        rows.change("update run set status = 'PROCESSING' where id = ?", UUID.fromString(waiting));
        clock.advance(Duration.ofDays(1));
        fireAll();
        assertThat(runs()).hasSize(2);
        assertThat(runs().getFirst())
                .containsEntry("status", "QUEUED")
                .containsEntry("scheduledFor", DUE.plus(Duration.ofDays(1)).toString());
    }

    /** Case T07. */
    @Test
    void forgetsTimesAsSoonAsTheScheduleIsEdited() {
        clock.advance(Duration.ofHours(2));
        edit(Map.of("kind", "OFF"));
        assertThat(fireNext()).isFalse();
        edit(daily("07:00"));
        assertThat(rows.instants("select next_fire_at from export where id = ?", UUID.fromString(export)))
                .singleElement()
                .asString()
                .endsWith("T07:00:00Z");
        assertThat(runs()).isEmpty();
    }

    /** Nobody was there when the clocks showed it first (T02). */
    @Test
    void makesATimeGoodOnceThatComesTwice() {
        Instant twice = Instant.parse("2027-10-31T00:30:00Z");
        edit(Map.of("kind", "DAILY", "times", List.of("02:30"), "timeZone", "Europe/Rome"));
        due(twice);
        clock.advance(Duration.between(DUE, twice.plus(Duration.ofHours(1))));
        fireAll();
        assertThat(runs()).singleElement().satisfies(run -> assertThat(run)
                .containsEntry("status", "QUEUED")
                .containsEntry("scheduledFor", twice.toString()));
        assertThat(nextTimes()).containsExactly(Instant.parse("2027-11-01T01:30:00Z"));
    }

    /** The same time of day in a zone where it is still to come is another time (T07). */
    @Test
    void aZoneInWhichTheTimeIsToComeHasItFiredThere() {
        fireAll();
        edit(Map.of("kind", "DAILY", "times", List.of("06:30"), "timeZone", "America/Bogota"));
        assertThat(nextTimes()).containsExactly(DUE.plus(Duration.ofHours(5)));
    }

    private List<Instant> nextTimes() {
        return rows.instants("select next_fire_at from export where id = ?", UUID.fromString(export));
    }

    @Test
    void keepsTimesThatAreDueWhenSomethingElseIsEdited() {
        Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of("displayName", "Another name"))
                .patch("/exports/" + export)
                .then()
                .statusCode(200);
        assertThat(fireNext()).isTrue();
    }

    @Test
    void forgetsTimesAsSoonAsTheExportHasNoConnectionOrIsGone() {
        Api.as("contributor")
                .header("If-Match", "*")
                .delete("/exports/" + export + "/connection")
                .then()
                .statusCode(200);
        assertThat(fireNext()).isFalse();
        Api.as("contributor").header("If-Match", "*").delete("/exports/" + export);
        assertThat(fireNext()).isFalse();
    }

    @Test
    void doesNotFireATimeAgainForAReplicaWhoseClockIsBehind() {
        fireAll();
        rows.change("update run set status = 'SUCCESSFUL' where connection_id = ?", connection);
        // The edit is made where it is still before the time; there the export is due at it once more.
        edit(daily("06:30", "23:00"));
        edit(daily("06:30"));
        assertThat(rows.instants("select next_fire_at from export where id = ?", UUID.fromString(export)))
                .containsExactly(DUE.plus(Duration.ofDays(1)));
        assertThat(fireNext()).isFalse();
        assertThat(runs()).hasSize(1);
    }

    @Test
    void movingOnIsNoEdit() {
        long version = version();
        fireAll();
        assertThat(version()).isEqualTo(version);
    }

    private long version() {
        return Api.get("/exports/" + export).getLong("version");
    }

    private void due(Instant time) {
        rows.change("update export set next_fire_at = ? where id = ?", time, UUID.fromString(export));
    }

    private boolean fireNext() {
        Firing firing = new Firing(exports, runs, config, clock);
        return QuarkusTransaction.requiringNew().call(firing::fireNext);
    }

    private void fireAll() {
        while (fireNext()) {}
    }

    private void edit(Map<String, Object> schedule) {
        Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of("schedule", schedule))
                .patch("/exports/" + export)
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> daily(String... times) {
        return Map.of("kind", "DAILY", "times", List.of(times), "timeZone", "UTC");
    }

    private List<Map<String, Object>> runs() {
        return Api.as("viewer").get("/exports/" + export + "/runs").jsonPath().getList("items");
    }

    private List<Map<String, Object>> allRuns() {
        List<Map<String, Object>> all = new java.util.ArrayList<>();
        String page = "/exports/" + export + "/runs?limit=200";
        while (page != null) {
            var answer = Api.as("viewer").urlEncodingEnabled(false).get(page).jsonPath();
            all.addAll(answer.getList("items"));
            page = answer.getString("next");
        }
        return all;
    }
}
