package insights.segment.schedule;

import static insights.segment.SegmentService.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class ScheduleResourceTest {

    private static final String DAILY =
            "{\"kind\":\"DAILY\",\"times\":[\"18:30\",\"06:00\"],\"timeZone\":\"Europe/Rome\"}";

    @AfterEach
    void off() {
        change("{\"kind\":\"OFF\"}", "*").statusCode(200);
    }

    @Test
    void isChangedByWhoSawIt() {
        String tag = as("admin")
                .get("/refreshes/schedule")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        change(DAILY, null).statusCode(428);
        change(DAILY, "\"999\"").statusCode(412);
        String changed = change(DAILY, tag)
                .statusCode(200)
                .body("times", contains("06:00", "18:30"))
                .body("days", nullValue())
                .body("nextFireTimes", hasSize(5))
                .body("nextFireTimes[0].local", matchesPattern(".*T(06:00|18:30)(:00)?\\+0[12]:00"))
                .body("nextFireTimes[0].utc", matchesPattern(".*T(0[45]|1[67]):[03]0:00Z"))
                .body("updatedBy.subject", equalTo("subject-of-admin"))
                .extract()
                .header("ETag");
        String read = as("admin").get("/refreshes/schedule").asString();
        change(read, changed).statusCode(200).header("ETag", changed);
        change("{\"kind\":\"OFF\"}", changed)
                .statusCode(200)
                .body("nextFireTimes", empty())
                .body("timeZone", nullValue());
        audited().body("items[0].changes.kind.from", equalTo("DAILY")).body("items[0].changes.kind.to", equalTo("OFF"));
    }

    @Test
    void tellsWhoHasItAlreadyThatNothingIsNew() {
        change(DAILY, "*").statusCode(200);
        String tag = as("viewer").get("/refreshes/schedule").header("ETag");
        ifNoneMatch(tag).statusCode(304);
        change("{\"kind\":\"OFF\"}", "*").statusCode(200);
        ifNoneMatch(tag).statusCode(200).body("kind", equalTo("OFF"));
    }

    private static ValidatableResponse ifNoneMatch(String tag) {
        return as("viewer")
                .header("If-None-Match", tag)
                .get("/refreshes/schedule")
                .then();
    }

    @Test
    void leavesNoTraceOfWhatChangesNothing() {
        String tag = change(DAILY, "*").statusCode(200).extract().header("ETag");
        String event = audited().extract().path("items[0].id");
        change(DAILY.replace("[\"18:30\",\"06:00\"]", "[\"06:00\",\"18:30\",\"18:30\"]"), tag)
                .statusCode(200)
                .header("ETag", equalTo(tag));
        audited().body("items[0].id", equalTo(event));
    }

    @Test
    void showsViewersWhenButNotWhoChoseIt() {
        change(DAILY, "*").statusCode(200);
        as("viewer")
                .get("/refreshes/schedule")
                .then()
                .statusCode(200)
                .body("kind", equalTo("DAILY"))
                .body("nextFireTimes", hasSize(5))
                .body("updatedBy", nullValue());
    }

    @Test
    void refusesWhatIsForAnotherKind() {
        change("{\"kind\":\"DAILY\",\"times\":[\"06:00\"],\"days\":[\"MONDAY\"],\"timeZone\":\"UTC\"}", "*")
                .statusCode(422)
                .body("errors.pointer", contains("/days"))
                .body("errors.detail", contains("is for WEEKLY only; leave it out with DAILY"));
        change("{\"kind\":\"OFF\",\"times\":[\"06:00\"],\"timeZone\":\"UTC\"}", "*")
                .statusCode(422)
                .body("errors.pointer", contains("/times", "/timeZone"))
                .body("errors[0].detail", equalTo("is for DAILY and WEEKLY only; leave it out with OFF"));
        change("{\"kind\":\"OFF\",\"times\":[],\"days\":null,\"timeZone\":null}", "*")
                .statusCode(200)
                .body("times", nullValue());
        change("{\"kind\":\"WEEKLY\",\"times\":[\"06:00\"],\"days\":[\"SUNDAY\",\"MONDAY\"],\"timeZone\":\"UTC\"}", "*")
                .statusCode(200)
                .body("days", contains("MONDAY", "SUNDAY"));
    }

    @Test
    void pointsAtWhatIsWrong() {
        change("{\"kind\":\"WEEKLY\",\"times\":[],\"timeZone\":\"Mars/Base\"}", "*")
                .statusCode(422)
                .body("errors.pointer", contains("/times", "/days", "/timeZone"));
        change("{\"kind\":\"DAILY\",\"times\":[\"1\",\"2\",\"3\",\"4\",\"25:00\"],\"timeZone\":\"UTC\"}", "*")
                .statusCode(422);
        change("{\"kind\":\"MONTHLY\"}", "*").statusCode(400);
    }

    private static ValidatableResponse audited() {
        return as("admin")
                .queryParam("target", "refresh-schedule")
                .get("/segments/audit-events")
                .then();
    }

    private static ValidatableResponse change(String schedule, String ifMatch) {
        var request = as("admin").contentType("application/json").body(schedule);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/refreshes/schedule")
                .then();
    }
}
