package insights.segment.value;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

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
class FieldValueResourceTest {

    @BeforeEach
    void importProfiles() {
        imported("""
                profileId,val city,val_mail,val_card,val_number,val_vip
                val-1,Roma,same@example.com,X-101,1.50,true
                val-2,Roma,same@example.com,X-102,1.5,false
                val-3,ROMAGNA,same@example.com,X-103,2,true
                val-4,Milano,same@example.com,X-104,2,true
                val-5,Milano,same@example.com,X-105,2,true
                val-6,Roma,same@example.com,X-101,,true
                """);
    }

    @Test
    void countsTheMostFrequentFirst() {
        values("admin", "val city", "")
                .body("items.value", contains("Roma", "Milano", "ROMAGNA"))
                .body("items.profiles", contains(3, 2, 1))
                .body("profiles", equalTo(6))
                .body("estimated", equalTo(false));
        values("admin", "val city", "?limit=1").body("items", hasSize(1)).body("profiles", equalTo(6));
        values("admin", "val city", "?q=roma").body("items.value", contains("Roma", "ROMAGNA"));
        values("admin", "val city", "?q=%").body("items", hasSize(0));
    }

    @Test
    void givesValuesTheirTypes() {
        values("contributor", "val_number", "")
                .body("items.value", contains(2, 1.5f))
                .body("items.profiles", contains(3, 2));
        values("contributor", "val_vip", "").body("items[0].value", equalTo(true));
    }

    @Test
    void showsContributorsNothingThatIsOnePersons() {
        values("contributor", "val city", "").body("items.value", contains("Roma", "Milano"));
        // However few there are of them.
        refused("val_mail");
        refused("val_card");
        values("admin", "val_card", "").body("items[0].value", equalTo("X-101"));
        as("viewer").get("/profiles/fields/{name}/values", "val city").then().statusCode(403);
        as("admin").get("/profiles/fields/{name}/values", "val nothing").then().statusCode(404);
    }

    private static void refused(String field) {
        as("contributor")
                .get("/profiles/fields/{name}/values", field)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:insights:problem:personal-values"))
                .body("detail", not(containsString("example.com")));
    }

    private static ValidatableResponse values(String role, String field, String query) {
        return as(role).get("/profiles/fields/{name}/values" + query, field)
                .then()
                .statusCode(200);
    }
}
