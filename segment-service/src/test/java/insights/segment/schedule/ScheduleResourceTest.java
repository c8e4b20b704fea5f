package insights.segment.schedule;

import static insights.segment.SegmentService.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import insights.common.testing.OidcResource;
import insights.common.testing.PostgresResource;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class ScheduleResourceTest {

    @Test
    void isChangedByWhoSawIt() {
        String tag = as("admin")
                .get("/refreshes/schedule")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        String daily = "{\"frequency\":\"DAILY\",\"times\":[\"18:30\",\"06:00\"],\"timeZone\":\"Europe/Rome\"}";
        change(daily, null).statusCode(428);
        change(daily, "\"999\"").statusCode(412);
        String changed = change(daily, tag)
                .statusCode(200)
                .body("times", contains("06:00", "18:30"))
                .body("nextAt", notNullValue())
                .extract()
                .header("ETag");
        change("{\"frequency\":\"OFF\",\"timeZone\":\"UTC\"}", changed)
                .statusCode(200)
                .body("nextAt", nullValue());
        as("admin")
                .queryParam("target", "refresh-schedule")
                .get("/segments/audit-events")
                .then()
                .body("items[0].changes.frequency.from", equalTo("DAILY"))
                .body("items[0].changes.frequency.to", equalTo("OFF"));
    }

    @Test
    void pointsAtWhatIsWrong() {
        change("{\"frequency\":\"WEEKLY\",\"times\":[],\"timeZone\":\"Mars/Base\"}", "*")
                .statusCode(422)
                .body("errors.pointer", contains("/times", "/days", "/timeZone"));
        change("{\"frequency\":\"DAILY\",\"times\":[\"1\",\"2\",\"3\",\"4\",\"25:00\"],\"timeZone\":\"UTC\"}", "*")
                .statusCode(422);
    }

    private static ValidatableResponse change(String schedule, String ifMatch) {
        var request = as("admin").contentType("application/json").body(schedule);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/refreshes/schedule")
                .then();
    }
}
