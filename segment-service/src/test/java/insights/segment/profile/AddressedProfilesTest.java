package insights.segment.profile;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** An id that is an address means the profile of the same address, however either is written. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class AddressedProfilesTest {

    @Test
    void erasesWhoHasTheAddressAsTheirId() {
        imported("profileId,ap_city\nZoe.Ap@Example.com,Rome\nann@bücher-ap.example,Rome\nap-other,Rome\n");
        get("zoe.ap@example.com").statusCode(200).body("profileId", equalTo("Zoe.Ap@Example.com"));
        erase("zoe.ap@example.COM").statusCode(204);
        get("Zoe.Ap@Example.com").statusCode(404);
        erase("ANN@xn--bcher-ap-65a.example").statusCode(204);
        get("ann@bücher-ap.example").statusCode(404);
        imported("profileId,ap_city\nZoe.Ap@Example.com,Rome\nzoe.ap@example.COM,Rome\nann@bücher-ap.example,Rome\n")
                .body("rejected", equalTo(3));
        get("ap-other").statusCode(200);
        erase("zoe.ap@example.com").statusCode(204);
    }

    @Test
    void anExactIdWinsAndSeveralOthersAreAsked() {
        imported("profileId,ap_city\ntwin.ap@example.com,a\nTwin.ap@example.com,b\nTWIN.ap@example.com,c\n");
        get("Twin.ap@example.com").statusCode(200).body("attributes.ap_city", equalTo("b"));
        erase("twin.AP@example.com")
                .statusCode(409)
                .body("type", equalTo("urn:insights:problem:conflict"))
                .body("detail", containsString("\"TWIN.ap@example.com\", \"Twin.ap@example.com\""));
        get("twin.AP@example.com").statusCode(409);
        get("TWIN.ap@example.com").statusCode(200);
        // Their opt-out is taken, for all of them by the address; its end says whose.
        optOut("twin.AP@example.com", true).statusCode(200);
        get("TWIN.ap@example.com").body("optedOut", equalTo(true));
        get("twin.ap@example.com").body("optedOut", equalTo(true));
        optOut("twin.AP@example.com", false).statusCode(409);
        erase("twin.ap@example.com").statusCode(204);
        get("twin.ap@example.com").statusCode(409);
        get("Twin.ap@example.com").statusCode(200);
    }

    @Test
    void optsOutTheProfileThatIsMeant() {
        optOut("late.ap@example.com", true).statusCode(200).body("profileId", equalTo("late.ap@example.com"));
        imported("profileId,ap_city\nLate.Ap@example.com,Rome\n");
        optOut("LATE.AP@example.com", true)
                .statusCode(200)
                .body("profileId", equalTo("Late.Ap@example.com"))
                .body("optOuts.by", hasItem("ADMINISTRATOR"));
        optOut("late.ap@example.com", false)
                .statusCode(200)
                .body("profileId", equalTo("Late.Ap@example.com"))
                .body("optOuts", empty());
        get("late.ap@example.com").body("optedOut", equalTo(false)).body("optOuts", empty());
    }

    private static ValidatableResponse get(String id) {
        return as("admin").get("/profiles/{id}", id).then();
    }

    private static ValidatableResponse erase(String id) {
        return as("admin").delete("/profiles/{id}", id).then();
    }

    private static ValidatableResponse optOut(String id, boolean optedOut) {
        return as("admin")
                .contentType("application/json")
                .body("{\"optedOut\":" + optedOut + ",\"reason\":\"By phone\"}")
                .put("/profiles/{id}/opt-out", id)
                .then();
    }
}
