package insights.segment.imports.guard;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.segment;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** A column that got another name at its source leaves the old values behind, and that is told. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class MissingColumnTest {

    private static final String MISSING = "remarks.findAll { it.code == 'COLUMN_MISSING' }.column";

    @Test
    void warnsOfAColumnThatEarlierFilesHad() {
        imported("profileId,mic_mail,mic_city,mic_note\nmic-1,ann@example.com,Rome,x\n", "email=mic_mail")
                .body(MISSING, empty());
        String renamed = "profileId,mic_address,mic_city,mic_note\nmic-1,ann@example.org,Rome,\n";
        preview(renamed)
                .body(MISSING, contains("mic_mail"))
                .body(
                        "remarks.find { it.code == 'COLUMN_MISSING' }.detail",
                        allOf(containsString("map=NEW_NAME=mic_mail"), containsString("stay as they were")));
        imported(renamed).body("status", equalTo("SUCCESSFUL")).body(MISSING, contains("mic_mail"));
        as("admin").get("/profiles/mic-1").then().body("attributes.mic_mail", equalTo("ann@example.com"));
        // Told once: the last file of its kind has no such column any more.
        imported(renamed).body(MISSING, empty());
    }

    @Test
    void warnsOfAnOnlyColumnThatGotAnotherName() {
        imported("profileId,mio_mail\nmio-1,bob@example.com\n", "email=mio_mail");
        preview("profileId,mio_address\nmio-1,bob@example.org\n").body(MISSING, contains("mio_mail"));
    }

    @Test
    void isSilentAboutFilesOfAnotherKindAndFieldsThatNobodyMisses() {
        imported("profileId,mik_mail,mik_city,mik_shop\nmik-1,cyd@example.com,Rome,Roma\n", "email=mik_mail");
        imported("profileId,mik_points,mik_level\nmik-1,3,gold\n").body(MISSING, empty());
        // The first file again, after that of another source.
        imported("profileId,mik_mail,mik_city,mik_shop\nmik-1,cyd@example.com,Rome,Roma\n")
                .body(MISSING, empty());
        // Of many profiles one had it, and it has no role.
        StringBuilder others = new StringBuilder("profileId,mik_mail,mik_city\n");
        for (int i = 2; i < 200; i++) {
            others.append("mik-%d,m%d@example.com,Rome\n".formatted(i, i));
        }
        imported(others.toString());
        imported("profileId,mik_mail,mik_city,mik_shop\nmik-1,cyd@example.com,Rome,Roma\n");
        imported("profileId,mik_mail,mik_city\nmik-1,cyd@example.com,Rome\n").body(MISSING, empty());
        imported("profileId,mik_mail,mik_city,mik_shop\nmik-1,cyd@example.com,Rome,Roma\n");
        // But a segment relies on it.
        String id = segment("Shoppers of Rome", "{\"not\":{\"field\":\"mik_shop\",\"op\":\"eq\",\"value\":\"Roma\"}}");
        imported("profileId,mik_mail,mik_city\nmik-1,cyd@example.com,Rome\n").body(MISSING, contains("mik_shop"));
        as("contributor")
                .header("If-Match", "*")
                .delete("/segments/" + id)
                .then()
                .statusCode(204);
    }

    @Test
    void tellsSinceWhenAFieldIsNotFilled() {
        imported("profileId,mit_old,mit_both\nmit-1,a,b\n");
        String filled = fields().extract().path("items.find { it.name == 'mit_old' }.lastFilledAt");
        fields().body("items.find { it.name == 'mit_old' }.importsWithout", equalTo(0));
        imported("profileId,mit_new,mit_both\nmit-1,a,b\n");
        imported("profileId,mit_new,mit_both\nmit-1,a,b\n");
        // A column without a value is there, and fills nothing.
        imported("profileId,mit_old,mit_both\nmit-2,,b\n");
        fields().body("items.find { it.name == 'mit_old' }.importsWithout", equalTo(2))
                .body("items.find { it.name == 'mit_old' }.lastFilledAt", equalTo(filled))
                .body("items.find { it.name == 'mit_both' }.importsWithout", equalTo(0))
                .body("items.find { it.name == 'mit_both' }.lastFilledAt", not(equalTo(filled)));
        imported("profileId,mit_old,mit_both\nmit-1,c,b\n");
        fields().body("items.find { it.name == 'mit_old' }.importsWithout", equalTo(0));
    }

    private static ValidatableResponse fields() {
        return as("viewer").get("/profiles/fields").then().statusCode(200);
    }

    private static ValidatableResponse preview(String csv) {
        return as("admin")
                .contentType("text/csv; charset=utf-8")
                .body(csv)
                .post("/profile-imports/preview")
                .then()
                .statusCode(200);
    }
}
