package insights.export.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Schedules as part of exports, over HTTP. */
@QuarkusTest
class ScheduleTest {

    private static final String INVALID = "urn:insights:problem:validation-failed";

    private final UUID connection = Neighbours.get().connection(new Sandbox(), 1_000);
    private final UUID segment = Neighbours.get().segment("Customers");

    @Test
    void isTheSystemRefreshUnlessSomethingElseIsChosen() {
        create(null)
                .statusCode(201)
                .body("schedule.kind", equalTo("SYSTEM_REFRESH"))
                .body("schedule.nextFireTimes", hasSize(0));
    }

    @Test
    void takesBackWhatWasRead() {
        String id = create(daily("Europe/Rome", "06:30")).extract().path("id");
        var read = Api.as("contributor").get("/exports/" + id);
        Api.as("contributor")
                .header("If-Match", read.header("ETag"))
                .body(Map.of("schedule", read.<Map<String, Object>>path("schedule")))
                .patch("/exports/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(read.<Integer>path("version")));
        Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of("schedule", Map.of("nextFireTime", List.of())))
                .patch("/exports/" + id)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/schedule/nextFireTime"))
                .body("detail", containsString("days, daysOfMonth, kind, timeZone, times"));
    }

    @Test
    void showsTheNextFiveTimesInTheZoneAndInUtc() {
        List<Map<String, String>> next = create(daily("Europe/Rome", "18:30", "06:30", "06:30"))
                .statusCode(201)
                .body("schedule.times", contains("06:30", "18:30"))
                .extract()
                .path("schedule.nextFireTimes");
        assertThat(next).hasSize(5);
        Instant last = Instant.now();
        for (Map<String, String> time : next) {
            Instant utc = Instant.parse(time.get("utc"));
            OffsetDateTime local = OffsetDateTime.parse(time.get("local"));
            assertThat(local.toInstant()).isEqualTo(utc).isAfter(last);
            assertThat(local.getOffset())
                    .isEqualTo(ZoneId.of("Europe/Rome").getRules().getOffset(utc));
            assertThat(local.toLocalTime().toString()).isIn("06:30", "18:30");
            last = utc;
        }
        assertThat(Duration.between(Instant.now(), last)).isLessThan(Duration.ofDays(3));
    }

    @Test
    void pointsAtWhatIsMissingForTheKind() {
        create(Map.of("kind", "DAILY"))
                .statusCode(422)
                .body("type", equalTo(INVALID))
                .body("errors.pointer", containsInAnyOrder("/schedule/times", "/schedule/timeZone"));
        create(Map.of("kind", "WEEKLY", "times", List.of("06:30"), "timeZone", "UTC"))
                .statusCode(422)
                .body("errors.pointer", contains("/schedule/days"));
        create(Map.of("kind", "MONTHLY", "times", List.of("06:30"), "timeZone", "Mars/Base"))
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/schedule/daysOfMonth", "/schedule/timeZone"));
    }

    @Test
    void refusesWhatIsForAnotherKind() {
        create(with(daily("UTC", "06:30"), "days", List.of("MONDAY")))
                .statusCode(422)
                .body("type", equalTo(INVALID))
                .body("errors.pointer", contains("/schedule/days"))
                .body("errors.detail", contains("is for WEEKLY only; leave it out with DAILY"));
        create(with(daily("UTC", "06:30"), "daysOfMonth", List.of(1)))
                .statusCode(422)
                .body("errors.pointer", contains("/schedule/daysOfMonth"));
        for (String kind : List.of("OFF", "SYSTEM_REFRESH")) {
            create(with(daily("UTC", "06:30"), "kind", kind))
                    .statusCode(422)
                    .body("errors.pointer", contains("/schedule/times", "/schedule/timeZone"))
                    .body("errors[0].detail", startsWith("is for DAILY, WEEKLY and MONTHLY only"));
        }
    }

    @Test
    void takesWhatIsEmptyForNotGiven() {
        Map<String, Object> schedule = with(daily("UTC", "06:30"), "days", List.of());
        schedule.put("daysOfMonth", null);
        create(schedule).statusCode(201).body("schedule.days", nullValue());
        Map<String, Object> off = with(Map.of("kind", "OFF"), "times", List.of());
        off.put("timeZone", null);
        create(off).statusCode(201).body("schedule.times", nullValue());
    }

    @Test
    void refusesOfAnEditOnlyWhatItSaysItself() {
        String path = "/exports/" + create(daily("UTC", "06:30")).extract().path("id");
        edit(path, Map.of("days", List.of("MONDAY")))
                .statusCode(422)
                .body("errors.pointer", contains("/schedule/days"));
        edit(path, Map.of("kind", "OFF", "times", List.of("06:30")))
                .statusCode(422)
                .body("errors.pointer", contains("/schedule/times"));
        edit(path, Map.of("kind", "WEEKLY", "days", List.of("MONDAY"))).statusCode(200);
        edit(path, Map.of("kind", "DAILY")).statusCode(200).body("schedule.times", contains("06:30"));
        edit(path, Map.of("kind", "OFF")).statusCode(200).body("schedule.timeZone", nullValue());
    }

    /** Case T08. */
    @Test
    void pointsAtValuesThatCannotBe() {
        create(daily("UTC", "6:30")).statusCode(422).body("errors.pointer", hasItem("/schedule/times/0"));
        create(daily("UTC", "24:00")).statusCode(422);
        for (String zone : List.of("GMT+2", "UTC+01:00", "europe/rome", "+02:00", "CEST", "SystemV/EST5")) {
            create(daily(zone, "08:00")).statusCode(422).body("errors.pointer", contains("/schedule/timeZone"));
        }
        create(Map.of("kind", "WEEKLY", "days", List.of(), "times", List.of("08:00"), "timeZone", "UTC"))
                .statusCode(422)
                .body("errors.pointer", contains("/schedule/days"));
        create(Map.of("kind", "MONTHLY", "times", List.of("06:30"), "daysOfMonth", List.of(32), "timeZone", "UTC"))
                .statusCode(422)
                .body("errors.pointer", hasItem("/schedule/daysOfMonth/0"));
        create(Map.of("kind", "HOURLY")).statusCode(400);
        create(Map.of("kind", "WEEKLY", "days", List.of("FUNDAY"))).statusCode(400);
    }

    /** Case T08. */
    @Test
    void takesOldNamesOfZonesAndShowsWhatWasSent() {
        for (String zone : List.of("US/Eastern", "CET", "Europe/Kiev", "Etc/GMT-14", "Pacific/Apia")) {
            create(daily(zone, "08:00", "08:00"))
                    .statusCode(201)
                    .body("schedule.timeZone", equalTo(zone))
                    .body("schedule.times", contains("08:00"));
        }
    }

    @Test
    void isEditedByMergePatchAndShownAtOnce() {
        String path = "/exports/" + create(daily("UTC", "06:30")).extract().path("id");
        edit(path, Map.of("kind", "WEEKLY", "days", List.of("SUNDAY", "MONDAY")))
                .statusCode(200)
                .body("schedule.times", contains("06:30"))
                .body("schedule.days", contains("MONDAY", "SUNDAY"))
                .body("version", equalTo(1));
        edit(path, Map.of("kind", "MONTHLY", "daysOfMonth", List.of(31, 1)))
                .statusCode(200)
                .body("schedule.daysOfMonth", contains(1, 31))
                .body("schedule.days", nullValue());
        edit(path, Map.of("kind", "OFF"))
                .statusCode(200)
                .body("schedule.times", nullValue())
                .body("schedule.nextFireTimes", hasSize(0));
        edit(path, Map.of("kind", "DAILY")).statusCode(422);
        Api.as("viewer").get(path).then().body("schedule.kind", equalTo("OFF"));
    }

    @Test
    void goesWithTheDuplicateAndRestsWithoutConnection() {
        String path = "/exports/" + create(daily("UTC", "06:30")).extract().path("id");
        Api.as("contributor")
                .post(path + "/duplicate")
                .then()
                .statusCode(201)
                .body("schedule.times", contains("06:30"))
                .body("schedule.nextFireTimes", hasSize(5));
        // A copy that is to be changed before anything of it is sent.
        Api.as("contributor")
                .body(Map.of("schedule", Map.of("kind", "OFF")))
                .post(path + "/duplicate")
                .then()
                .statusCode(201)
                .body("schedule.kind", equalTo("OFF"))
                .body("schedule.nextFireTimes", hasSize(0));
        Api.as("contributor")
                .body(Map.of("schedule", Map.of("kind", "DAILY")))
                .post(path + "/duplicate")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/schedule/times"));
        Api.as("contributor")
                .body(Map.of("schedule", Map.of("kind", "NEVER")))
                .post(path + "/duplicate")
                .then()
                .statusCode(400)
                .body("errors[0].detail", equalTo("is none of SYSTEM_REFRESH, DAILY, WEEKLY, MONTHLY, OFF"));
        Api.as("contributor")
                .header("If-Match", "*")
                .delete(path + "/connection")
                .then()
                .body("schedule.kind", equalTo("DAILY"))
                .body("schedule.nextFireTimes", hasSize(0));
        Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of("connectionId", connection))
                .put(path + "/connection")
                .then()
                .body("schedule.nextFireTimes", hasSize(5));
    }

    private static Map<String, Object> daily(String zone, String... times) {
        return Map.of("kind", "DAILY", "times", List.of(times), "timeZone", zone);
    }

    private static Map<String, Object> with(Map<String, Object> schedule, String member, Object value) {
        Map<String, Object> more = new HashMap<>(schedule);
        more.put(member, value);
        return more;
    }

    private ValidatableResponse create(Object schedule) {
        Map<String, Object> request = Api.request(connection, segment);
        if (schedule != null) {
            request.put("schedule", schedule);
        }
        return Api.as("contributor").body(request).post("/exports").then();
    }

    private static ValidatableResponse edit(String path, Object schedule) {
        return Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of("schedule", schedule))
                .patch(path)
                .then();
    }
}
