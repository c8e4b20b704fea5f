package insights.segment.audit;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.finished;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class AuditEventResourceTest {

    @Test
    void tellsWhoDidWhatFromWhatToWhat() {
        String id = segment("Audit trail", "{\"field\":\"aud_mail\",\"op\":\"eq\",\"value\":\"ann@example.com\"}");
        events("target=" + id)
                .body("items.action", contains("SEGMENT_CREATED"))
                .body("items[0].by.subject", equalTo("subject-of-contributor"))
                .body("items[0].by.name", equalTo("contributor"))
                .body("items[0].machine", equalTo(false))
                .body("items[0].displayName", equalTo("Audit trail"))
                .body("items[0].changes.displayName.from", nullValue())
                .body("items[0].changes.displayName.to", equalTo("Audit trail"))
                .body("items[0].changes.rule.to", containsString("aud_mail"));
    }

    @Test
    void keepsNoAddressThatARuleNames() {
        String id = segment("Audit address", "{\"field\":\"aud_mail\",\"op\":\"eq\",\"value\":\"bob@example.com\"}");
        events("target=" + id).body("items[0].changes.rule.to", not(containsString("bob")));
    }

    @Test
    void leavesOutWhatMachinesDid() {
        String byPlatform = started("platform");
        String byPerson = started("contributor");
        events("action=REFRESH_STARTED&machine=false&target=" + byPlatform).body("items", hasSize(0));
        events("action=REFRESH_STARTED&machine=true&target=" + byPlatform)
                .body("items.by.name", contains("platform"))
                .body("items[0].displayName", nullValue());
        events("action=REFRESH_STARTED&machine=true&target=" + byPerson).body("items", hasSize(0));
        events("machine=false&limit=200").body("items.machine", everyItem(equalTo(false)));
    }

    /** Case D18. */
    @Test
    void exportsForSpreadsheets() {
        String id = segment("=SUM(1)", "{\"field\":\"aud_mail\",\"op\":\"exists\"}");
        String csv = as("admin")
                .queryParam("target", id)
                .get("/segments/audit-events.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .extract()
                .asString();
        assertThat(csv.lines().toList().get(1)).contains("\"SEGMENT_CREATED\",\"" + id + "\",\"'=SUM(1)\"");
    }

    @Test
    void refusesToSearchForWhatCannotBeDone() {
        as("admin").get("/segments/audit-events?action=segment.edit").then().statusCode(422);
    }

    @BeforeEach
    void someProfiles() {
        imported("profileId,aud_mail\naud-1,ann@example.com\n");
    }

    private static String started(String role) {
        var answer = as(role).post("/refreshes");
        return finished(role, answer).extract().path("id");
    }

    private static ValidatableResponse events(String query) {
        return as("admin").get("/segments/audit-events?" + query).then().statusCode(200);
    }
}
