package insights.segment.preview;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.refreshed;
import static insights.segment.SegmentService.segment;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
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
class SampleResourceTest {

    private static final String RULE = "{\"field\":\"smp_size\",\"op\":\"lt\",\"value\":300}";

    @BeforeEach
    void importProfiles() {
        imported("""
                profileId,smp_size,smp_mail,smp_name,smp_vip,smp_born
                smp-1,250,ann.lee@example.com,Ann Lee,true,1991-02-03
                smp-2,260,bob@example.com,,false,
                """);
    }

    @Test
    void previewsWithoutARefresh() {
        previewed("contributor")
                .body("count", equalTo(2))
                .body("profileIds", contains("smp-1", "smp-2"))
                .body("sample.masked", equalTo(true));
        previewed("admin")
                .body("sample.masked", equalTo(false))
                .body("sample.attributes.smp_mail", containsString("@example.com"));
    }

    @Test
    void showsAdministratorsAMemberAndOthersItsMask() {
        String id = segment("Sample", RULE);
        as("admin").get("/segments/" + id + "/sample").then().statusCode(404);
        refreshed();
        sample("admin", id, "")
                .body("profileId", equalTo("smp-1"))
                .body("masked", equalTo(false))
                .body("attributes.smp_mail", equalTo("ann.lee@example.com"))
                .body("attributes.smp_size", equalTo(250));
        sample("contributor", id, "")
                .body("masked", equalTo(true))
                .body("attributes.smp_mail", equalTo("•••.•••@•••••••.•••"))
                .body("attributes.smp_name", equalTo("••• •••"))
                .body("attributes.smp_size", equalTo("•••"))
                .body("attributes.smp_born", equalTo("••••-••-••"))
                .body("attributes.smp_vip", equalTo(true))
                .body("toString()", not(containsString("lee")));
        sample("admin", id, "smp-1").body("profileId", equalTo("smp-2")).body("attributes.smp_name", nullValue());
        sample("admin", id, "smp-2").body("profileId", equalTo("smp-1"));
    }

    private static ValidatableResponse previewed(String role) {
        return as(role).contentType("application/json")
                .body("{\"rule\":" + RULE + "}")
                .post("/segments/preview")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse sample(String role, String id, String after) {
        return as(role).queryParam("after", after)
                .get("/segments/" + id + "/sample")
                .then()
                .statusCode(200);
    }
}
