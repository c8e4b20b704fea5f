package insights.segment.optout;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.finished;
import static insights.segment.SegmentService.imported;
import static insights.segment.optout.OptOutFiles.ROLES;
import static insights.segment.optout.OptOutFiles.file;
import static insights.segment.optout.OptOutFiles.optedOut;
import static insights.segment.optout.OptOutFiles.refused;
import static insights.segment.optout.OptOutFiles.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which columns and fields say who opted out. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class OptOutColumnTest {

    @Test
    void isKeptWhenTheFieldWouldBecomeText() {
        imported(file("wide-1,wide1@example.com,Rome,true", "wide-2,wide2@example.com,Rome,false"), ROLES);
        imported(file("wide-2,wide2@example.com,Rome,perhaps"), "optOut=oo_out", "email=oo_mail", "widen=true");
        imported(file("wide-1,wide1@example.com,Rome,"), "optOut=oo_out", "email=oo_mail", "widen=true");
        assertThat(optedOut("wide-")).containsExactly("wide-1", "wide-2");
        as("viewer")
                .get("/profiles/fields")
                .then()
                .body("items.find { it.name == 'oo_out' }.role", equalTo("OPT_OUT"))
                .body("items.find { it.name == 'oo_out' }.type", equalTo("boolean"));
    }

    @Test
    void isNotMadeOfMostValuesWithoutAQuestion() {
        String red = IntStream.range(0, 12)
                .mapToObj("red-%d,Rome,red\n"::formatted)
                .collect(Collectors.joining("", "profileId,oo_city,oo_colour\n", ""));
        imported(red);
        String one = "profileId,oo_colour\nred-1,yes\n";
        imported(one, "optOut=oo_colour").body("questions.confirm", contains("OPTS_OUT_MOST"));
        assertThat(optedOut("red-")).containsExactly("red-1");
        imported(one, "optOut=oo_colour", "confirm=OPTS_OUT_MOST").body("optedOut", equalTo(11));
    }

    @Test
    void isReadInAColumnThatIsNamedByItsPlace() {
        imported("profileId,oo_city,x,x\nplace-1,Rome,a,yes\n", "map=#3=oo_x3", "map=#4=oo_x4", "optOut=#4")
                .body("optedOut", equalTo(1))
                .body("roles.field", hasItem("oo_x4"));
    }

    @Test
    void isSaidByColumnsThatCanSayIt() {
        refused("text/csv", "id,oo_city\nx,Rome\n", "idColumn=id", "optOut=id")
                .body("detail", containsString("has the ids"));
        refused("text/csv", file("x,x@example.com,Rome,no"), "optOut=oo_mail")
                .body("detail", containsString("holds addresses"));
        refused("text/csv", file("x,x@example.com,Rome,no"), "email=oo_out")
                .body("detail", containsString("only text holds addresses"));
        String line = "{\"profileId\":\"nd-1\",\"oo_nd\":true}\n";
        for (String name : List.of("nope", "oo_ND", "c.oo_nd", "#2")) {
            refused("application/x-ndjson", line, "optOut=" + name).body("detail", containsString("\"oo_nd\""));
        }
        // A field that is known for it may be missing from all lines.
        finished(
                        "platform",
                        as("platform")
                                .contentType("application/x-ndjson")
                                .queryParam("optOut", "oo_out")
                                .body(line)
                                .post("/profile-imports"))
                .body("status", equalTo("SUCCESSFUL"));
    }

    /** A slip for email would opt out everybody in the file. */
    @Test
    void isNotSaidByAddresses() {
        String file = "profileId,oo_city,oo_second\nslip-1,Rome,a@example.com\nslip-2,Rome,b@example.com\n";
        imported("profileId,oo_city\nslip-1,Rome\nslip-2,Rome\n");
        refused("text/csv", file, "optOut=oo_second").body("detail", containsString("name it with email"));
        refused("text/csv", file, "optOut=oo_second", "map=oo_second=oo_unsubscribed");
        assertThat(optedOut("slip-")).isEmpty();
        // What cannot be read counts nevertheless where it is not all addresses.
        imported(file + "slip-3,Rome,gone\n", "optOut=oo_second").body("optOutsUnreadable", equalTo(3));
        assertThat(optedOut("slip-")).hasSize(3);
    }

    @Test
    void isReadInAColumnThatIsWrittenInAnotherCase() {
        imported("profileId,oo_city,oo_case\ncase-1,Rome,no\n", "optOut=oo_case");
        imported("PROFILEID,OO_CASE\ncase-1,yes\n", "idColumn=PROFILEID").body("optedOut", equalTo(1));
        assertThat(optedOut("case-")).containsExactly("case-1");
        as("viewer").get("/profiles/fields").then().body("items.name", not(hasItem("OO_CASE")));
    }

    @Test
    void isTakenOverWhenAFieldIsGivenTheRole() {
        imported("""
                profileId,oo_mail,oo_city,oo_late
                late-1,late1@example.com,Rome,yes
                late-2,late2@example.com,Rome,No
                late-3,late3@example.com,Rome,
                late-4,LATE1@example.com,Rome,No
                """, "email=oo_mail");
        assertThat(optedOut("late-")).isEmpty();
        as("contributor")
                .contentType("application/json")
                .body("{\"role\":\"OPT_OUT\"}")
                .patch("/profiles/fields/oo_late")
                .then()
                .statusCode(403);
        role("oo_late", "\"OPT_OUT\"").then().statusCode(200).body("role", equalTo("OPT_OUT"));
        assertThat(optedOut("late-")).containsExactly("late-1", "late-4");
        role("oo_late", "null").then().statusCode(200);
        assertThat(optedOut("late-")).containsExactly("late-1", "late-4");
        role("oo_nowhere", "\"OPT_OUT\"").then().statusCode(404);
        role("oo_late", "\"NONE\"").then().statusCode(400);
        imported("profileId,oo_number\nlate-3,12\n");
        role("oo_number", "\"EMAIL\"").then().statusCode(422).body("errors.pointer", hasItem("/role"));
    }

    @Test
    void knowsFieldsByTheirNames() {
        imported("""
                        profileId,Do-Not-E-Mail,Private E-Mail,oo_owner,oo_plain
                        name-1,true,name1@example.com,boss@example.com,true
                        """)
                .body("roles.field", hasItems("Do-Not-E-Mail", "Private E-Mail"))
                .body("roles.role", hasItems("OPT_OUT", "EMAIL"))
                .body("optedOut", equalTo(1));
        as("viewer")
                .get("/profiles/fields")
                .then()
                .body("items.find { it.name == 'Do-Not-E-Mail' }.role", equalTo("OPT_OUT"))
                .body("items.find { it.name == 'Private E-Mail' }.role", equalTo("EMAIL"))
                .body("items.find { it.name == 'oo_owner' }.role", equalTo(null))
                .body("items.find { it.name == 'oo_owner' }.suggestedRole", equalTo("EMAIL"))
                .body("items.find { it.name == 'oo_plain' }.suggestedRole", equalTo(null))
                .body("items.find { it.name == 'oo_plain' }.lastFilledAt", startsWith("20"));
    }

    @Test
    void knowsColumnsThatFillFieldsOfOtherNames() {
        imported("profileId,Unsubscribed,oo_city\nmap-1,true,Rome\nmap-2,false,Rome\n", "map=Unsubscribed=oo_wish")
                .body("roles.field", hasItem("oo_wish"))
                .body("optedOut", equalTo(1));
        assertThat(optedOut("map-")).containsExactly("map-1");
    }
}
