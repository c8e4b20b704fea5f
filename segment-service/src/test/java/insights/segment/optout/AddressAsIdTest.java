package insights.segment.optout;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Case E10: files without a column of addresses, whose ids are addresses. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class AddressAsIdTest {

    private static ValidatableResponse profile(String id) {
        return as("admin").get("/profiles/" + id).then().statusCode(200);
    }

    @Test
    void fillsTheFieldInEveryFileAndLeavesAnAddressThatIsThere() {
        imported("profileId,email\naai-1,aai1@example.com\naai2@example.com,own2@example.com\n");
        imported("profileId,aai_city\naai2@example.com,Rome\naai3@example.com,Rome\n")
                .body("remarks.code", hasItem("ID_FILLS_FIELD"));
        profile("aai3@example.com").body("attributes.email", equalTo("aai3@example.com"));
        profile("aai2@example.com").body("attributes.email", equalTo("own2@example.com"));
        imported("profileId,aai_city\naai2@example.com,Rome\naai3@example.com,Rome\n")
                .body("unchanged", equalTo(2));
    }

    @Test
    void holdsForTheAddressWhateverItsColumnIsCalled() {
        imported("profileId,email\naai-4,aai4@example.com\naai-5,aai5@example.com\naai-6,aai6@example.com\n");
        imported("Kunde,optOut\naai4@example.com,true\naai7@example.com,false\n", "idColumn=Kunde")
                .body("roles.field", hasItem("Kunde"));
        profile("aai-4").body("optedOut", equalTo(true));
        imported("Kunde,optOut\nAAI5@example.com,true\naai7@example.com,false\n", "idColumn=Kunde", "map=Kunde=");
        profile("aai-5").body("optedOut", equalTo(true));
        imported("profileId,optOut\naai-6,true\n");
        imported("Cliente,aai_city\naai6@example.com,Rome\n", "idColumn=Cliente", "map=Cliente=aai_key");
        profile("aai6@example.com").body("optedOut", equalTo(true)).body("optOuts.by", hasItem("ADDRESS"));
    }

    @Test
    void holdsForTheAddressOfAnIdThatAnAdministratorEnters() {
        imported("profileId,email\naai-8,aai8@example.com\n");
        imported("Ruolo,aai_city\naai8@example.com,Rome\n", "idColumn=Ruolo", "map=Ruolo=");
        as("admin")
                .contentType("application/json")
                .body("{\"optedOut\":true,\"reason\":\"By phone\"}")
                .put("/profiles/aai8@example.com/opt-out")
                .then()
                .statusCode(200);
        profile("aai-8").body("optedOut", equalTo(true));
    }
}
