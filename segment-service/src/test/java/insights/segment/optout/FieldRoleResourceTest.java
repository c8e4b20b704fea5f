package insights.segment.optout;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A field is edited by who saw what it was for: it decides who is opted out. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class FieldRoleResourceTest {

    @Test
    void isEditedByWhoSawIt() {
        imported("profileId,frr_wish\nfrr-1,yes\n");
        String seen = tag("frr_wish");
        edit("frr_wish", null, "\"OPT_OUT\"")
                .statusCode(428)
                .body("type", equalTo("urn:insights:problem:precondition-required"));
        edit("frr_wish", "\"7\"", "\"OPT_OUT\"").statusCode(412);
        assertThat(edit("frr_wish", seen, "\"OPT_OUT\"")
                        .statusCode(200)
                        .body("role", equalTo("OPT_OUT"))
                        .body("version", equalTo(1))
                        .extract()
                        .header("ETag"))
                .isEqualTo(tag("frr_wish"))
                .isNotEqualTo(seen);
        edit("frr_wish", seen, "null").statusCode(412);
        as("viewer").get("/profiles/fields/frr_wish").then().body("role", equalTo("OPT_OUT"));
        edit("frr_nowhere", "*", "null").statusCode(404);
        as("viewer").get("/profiles/fields/frr_nowhere").then().statusCode(404);
    }

    @Test
    void optsOutMostPeopleOnlyWhenThatIsConfirmed() {
        imported(IntStream.range(0, 15)
                .mapToObj(i -> "frr-m%d,%s,%s\n".formatted(i, "red", i < 12 ? "no" : "gone"))
                .collect(Collectors.joining("", "profileId,frr_colour,frr_stop\n", "")));
        edit("frr_colour", "*", "\"OPT_OUT\"")
                .statusCode(409)
                .body("type", equalTo("urn:insights:problem:opts-out-most"))
                .body("detail", containsString("15 people of about 15"));
        as("viewer").get("/profiles/fields/frr_colour").then().body("role", nullValue());
        as("admin").get("/profiles/frr-m1").then().body("optedOut", equalTo(false));
        edit("frr_stop", "*", "\"OPT_OUT\"").statusCode(200);
        as("admin").get("/profiles/frr-m13").then().body("optedOut", equalTo(true));
        edit("frr_colour?confirm=true", "*", "\"OPT_OUT\"").statusCode(200);
        as("admin").get("/profiles/frr-m1").then().body("optedOut", equalTo(true));
        as("admin")
                .queryParam("target", "frr_colour")
                .get("/segments/audit-events")
                .then()
                .body("items[0].changes.optedOut.to", equalTo("15"));
    }

    @Test
    void isNoConsentUnlessThatIsConfirmed() {
        imported("profileId,frr_newsletter\nfrr-n1,yes\nfrr-n2,no\n");
        edit("frr_newsletter", "*", "\"OPT_OUT\"").statusCode(409).body("detail", containsString("who wants mail"));
        edit("frr_newsletter?confirm=true", "*", "\"OPT_OUT\"").statusCode(200);
    }

    @Test
    void isEditedByTheVersionThatTheListHas() {
        imported("profileId,frr_listed\nfrr-2,yes\n");
        int version = as("viewer").get("/profiles/fields").path("items.find { it.name == 'frr_listed' }.version");
        edit("frr_listed", "\"" + version + "\"", "\"OPT_OUT\"").statusCode(200);
        edit("frr_listed", "\"" + version + "\"", "null").statusCode(412);
    }

    @Test
    void anEditThatChangesNothingMakesNoVersion() {
        imported("profileId,frr_same\nfrr-3,yes\n");
        edit("frr_same", "*", "null").statusCode(200).body("version", equalTo(0));
        edit("frr_same", "*", "\"OPT_OUT\"").statusCode(200).body("version", equalTo(1));
        edit("frr_same", "\"1\"", "\"OPT_OUT\"").statusCode(200).body("version", equalTo(1));
        as("admin")
                .queryParam("target", "frr_same")
                .get("/segments/audit-events")
                .then()
                .body("items", hasSize(1));
    }

    /** Whoever looked before is not told that it is as it was. */
    @Test
    void aFileThatBringsTheRoleMakesAVersion() {
        imported("profileId,frr_file\nfrr-4,yes\n");
        imported("profileId,frr_file\nfrr-4,yes\n", "optOut=frr_file").body("status", equalTo("SUCCESSFUL"));
        as("viewer")
                .get("/profiles/fields/frr_file")
                .then()
                .body("role", equalTo("OPT_OUT"))
                .body("version", equalTo(1));
        edit("frr_file", "\"0\"", "null").statusCode(412);
    }

    /** Case Y22: a field without a role is compared with nobody while it is imported. */
    @Test
    void takesTheAddressesOfErasedPeopleOutOfAFieldThatBecomesOneOfAddresses() {
        imported(
                "profileId,frr_mail\nfrr-e1,frr.erased@example.com\nfrr-e2,frr.erased@example.com\n", "email=frr_mail");
        as("admin").delete("/profiles/frr-e1").then().statusCode(204);
        imported("""
            profileId,frr_other,frr_city
            frr-e2,frr.erased@example.com,Rome
            frr-e3,FRR.Erased@Example.com,Rome
            frr-e4,frr.kept@example.com,Rome
            """).body("inserted", equalTo(2));
        edit("frr_other", "*", "\"EMAIL\"").statusCode(200);
        profile("frr-e2").body("attributes.frr_other", equalTo("frr.erased@example.com"));
        profile("frr-e3").body("attributes.frr_other", nullValue()).body("attributes.frr_city", equalTo("Rome"));
        profile("frr-e4").body("attributes.frr_other", equalTo("frr.kept@example.com"));
    }

    /** The same when a file says what the field is for, which has the person in none of its lines. */
    @Test
    void aFileThatBringsTheRoleTakesThemOut() {
        imported("profileId,frr_mail\nfrr-f1,frr.gone@example.com\n", "email=frr_mail");
        as("admin").delete("/profiles/frr-f1").then().statusCode(204);
        imported("profileId,frr_third\nfrr-f2,frr.gone@example.com\n");
        imported("profileId,frr_third\nfrr-f3,frr.new@example.com\n", "email=frr_third");
        profile("frr-f2").body("attributes.frr_third", nullValue());
        profile("frr-f3").body("attributes.frr_third", equalTo("frr.new@example.com"));
    }

    /** An address that somebody has now is one that opted out with them; what they had before nobody knows. */
    @Test
    void optOutsHoldForTheAddressesOfAFieldThatBecomesOne() {
        imported(
                "profileId,frr_last,frr_no\nfrr-o1,frr.out@example.com,true\nfrr-o2,frr.out@example.com,\n",
                "optOut=frr_no");
        profile("frr-o2").body("optedOut", equalTo(false));
        edit("frr_last", "*", "\"EMAIL\"").statusCode(200);
        profile("frr-o2").body("optedOut", equalTo(true));
    }

    private static ValidatableResponse profile(String id) {
        return as("admin").get("/profiles/" + id).then().statusCode(200);
    }

    private static String tag(String field) {
        return as("viewer")
                .get("/profiles/fields/" + field)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private static ValidatableResponse edit(String field, String ifMatch, String role) {
        RequestSpecification request = as("admin").contentType("application/merge-patch+json");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.body("{\"role\":" + role + "}")
                .patch("/profiles/fields/" + field)
                .then();
    }
}
