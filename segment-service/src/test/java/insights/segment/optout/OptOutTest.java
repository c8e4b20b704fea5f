package insights.segment.optout;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.lines;
import static insights.segment.optout.OptOutFiles.ROLES;
import static insights.segment.optout.OptOutFiles.enter;
import static insights.segment.optout.OptOutFiles.file;
import static insights.segment.optout.OptOutFiles.ndjson;
import static insights.segment.optout.OptOutFiles.optedOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who opted out stays so, whatever files come ({@code requirements.md} D3). The stream of members is the witness. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class OptOutTest {

    /** Case E02. */
    @Test
    void holdsForEverybodyWithTheAddress() {
        imported(
                        file(
                                "twin-1,ann.twin@example.com,Rome,true",
                                "twin-2,Ann.Twin@Example.com,Rome,false",
                                "twin-3,\u200bann.twin@example.com\u00a0,Rome,",
                                "twin-4,bob.twin@example.com,Rome,"),
                        ROLES)
                .body("status", equalTo("SUCCESSFUL"))
                .body("optedOut", equalTo(1));
        assertThat(optedOut("twin-")).containsExactly("twin-1", "twin-2", "twin-3");
        as("admin")
                .get("/profiles/twin-2")
                .then()
                .body("optedOut", equalTo(true))
                .body("optOuts.by", equalTo(List.of("ADDRESS")))
                .body("optOuts.otherProfileId", equalTo(List.of("twin-1")));
        as("admin").get("/profiles/twin-4").then().body("optedOut", equalTo(false));
        // Who comes later with the address has opted out before they came.
        imported(file("twin-5,ann.twin@EXAMPLE.com,Rome,"), ROLES);
        assertThat(optedOut("twin-")).contains("twin-5");
    }

    /** The line that opts out may say that the address is to be forgotten, or is another one now. */
    @Test
    void holdsForTheAddressThatTheLineTakesAway() {
        String[] before = IntStream.range(0, 5)
                .mapToObj(i ->
                        "till-%d,till%d@example.com,Rome,\ntill-%d-twin,Till%d@example.com,Rome,".formatted(i, i, i, i))
                .toArray(String[]::new);
        imported(file(before), ROLES);
        imported(
                file("till-0,,Rome,true", "till-1,deleted,Rome,true", "till-2,till2.new@example.com,Rome,true"), ROLES);
        ndjson("{\"profileId\":\"till-3\",\"oo_mail\":null,\"oo_city\":\"Rome\",\"oo_out\":true}");
        imported(file("till-4,,Rome,", "till-4,,Rome,true"), "optOut=oo_out", "email=oo_mail", "null=Rome");
        imported(file("till-2-heir,till2.new@example.com,Rome,"), ROLES);
        assertThat(optedOut("till-"))
                .contains("till-0-twin", "till-1-twin", "till-2-twin", "till-2-heir", "till-3-twin", "till-4-twin");
    }

    /** What a file that replaces takes from whom it opts out in the same breath. */
    @Test
    void holdsForTheAddressThatAFileWhichReplacesTakesAway() {
        imported(file("take-1,take1@example.com,Rome,", "take-2,take2@example.com,Rome,"), ROLES);
        replaced("profileId,oo_city,oo_out\ntake-1,Rome,true\ntake-2,Rome\n");
        imported(file("take-3,take1@example.com,Rome,", "take-4,take2@example.com,Rome,"), ROLES);
        assertThat(optedOut("take-")).containsExactly("take-1", "take-3");
    }

    /** Case Y01, and what comes back after it was removed. */
    @Test
    void survivesAFileThatReplacesWithoutTheColumn() {
        imported(
                file(
                        "whole-1,whole1@example.com,Rome,true",
                        "whole-2,whole2@example.com,Rome,false",
                        "whole-3,whole3@example.com,Rome,true",
                        "whole-4,whole3@example.com,Rome,"),
                ROLES);
        replaced("""
                profileId,oo_mail,oo_city
                whole-1,whole1@example.com,Rome
                whole-2,whole2@example.com,Rome
                whole-4,whole3@example.com,Rome
                """);
        assertThat(optedOut("whole-")).containsExactly("whole-1", "whole-4");
        assertThat(lookedUp("whole-2", "whole-3")).containsExactly("whole-3");
        imported("profileId,oo_mail,oo_city\nwhole-3,whole3.new@example.com,Rome\n");
        assertThat(optedOut("whole-")).containsExactly("whole-1", "whole-3", "whole-4");
    }

    /** Case Y03. */
    @Test
    void countsBesideAValueThatDoesNotFit() {
        imported("""
                profileId,oo_mail,oo_city,oo_spent,oo_out
                fit-1,fit1@example.com,Rome,10,false
                fit-2,fit2@example.com,Rome,20,false
                """, ROLES);
        imported("""
                profileId,oo_mail,oo_city,oo_spent,oo_out
                fit-1,fit1@example.com,Rome,n/a,true
                fit-2,fit2@example.com,Rome,21
                """, ROLES);
        assertThat(optedOut("fit-")).containsExactly("fit-1");
    }

    @Test
    void survivesTheProfileAndItsAddress() {
        imported(file("gone-1,gone1@example.com,Rome,true", "gone-2,gone2@example.com,Rome,"), ROLES);
        // A new address of a person who opted out is one that opted out.
        imported("profileId,oo_mail\ngone-1,gone1.new@example.com\n");
        imported("profileId,oo_mail,oo_city\ngone-3,gone1.new@example.com,Rome\ngone-4,gone1@example.com,Rome\n");
        assertThat(optedOut("gone-")).containsExactly("gone-1", "gone-3", "gone-4");

        as("admin").delete("/profiles/gone-1").then().statusCode(204);
        assertThat(optedOut("gone-")).containsExactly("gone-3", "gone-4");
        assertThat(lookedUp("gone-1", "gone-2", "gone-3", "gone-5")).containsExactly("gone-1", "gone-3");
    }

    /** Case Y03. */
    @Test
    void countsWhateverBecomesOfTheLine() {
        imported(file("line-0,line0@example.com,Rome,"), ROLES);
        // Too few and too many columns, a line that a later one takes the place of, one without an id, one with an
        // unusable id.
        imported("""
                        profileId,oo_mail,oo_city,oo_out,oo_note
                        line-1,line1@example.com,Rome,true
                        line-2,line2@example.com,Rome,Lazio,true,note
                        line-3,line3@example.com,Rome,true,first
                        line-3,line3.new@example.com,Rome,,second
                        ,line4@example.com,Rome,true,
                        1.23E+15,line5@example.com,Rome,true,
                        """, ROLES).body("rejected", equalTo(5)).body("optedOut", equalTo(5));
        imported("""
                profileId,oo_mail,oo_city
                line-1,line1.new@example.com,Rome
                line-2,line2.new@example.com,Rome
                line-4,line4@example.com,Rome
                line-5,line5@example.com,Rome
                line-6,line3@example.com,Rome
                line-7,line1@example.com,Rome
                line-8,line8@example.com,Rome
                """);
        assertThat(optedOut("line-"))
                .containsExactly("line-1", "line-2", "line-3", "line-4", "line-5", "line-6", "line-7");
        // A line without an id is ended for whoever turns out to have the address.
        enter("line-4", false, "Was somebody else's line").then().body("optedOut", equalTo(false));
    }

    /** Case S12. */
    @Test
    void countsBesideAnAttributeThatIsAList() {
        imported(file("list-0,list0@example.com,Rome,"), ROLES);
        ndjson("{\"profileId\":\"list-1\",\"oo_mail\":\"list1@example.com\",\"oo_city\":\"Rome\","
                + "\"oo_tags\":[\"vip\",\"it\"],\"oo_out\":true}");
        imported("profileId,oo_mail,oo_city\nlist-1,list1@example.com,Rome\nlist-2,list1@example.com,Rome\n");
        assertThat(optedOut("list-")).containsExactly("list-1", "list-2");
    }

    @Test
    void holdsForAddressesInsideAnyObject() {
        imported(
                file(
                        "nest-1,nest1@example.com,Rome,",
                        "nest-2,nest2@example.com,Rome,",
                        "nest-3,nest3@example.com,Rome,"),
                ROLES);
        ndjson("{\"profileId\":\"nest-4\",\"contact\":{\"email\":\"nest1@example.com\"},\"oo_out\":true}");
        ndjson("{\"profileId\":\"nest-5\",\"ways\":[{\"to\":[\"mailto:Nest2@example.com\"]}],\"oo_out\":true}");
        ndjson("{\"profileId\":\"nest-6\",\"of\":{\"nest3@example.com\":1},\"oo_out\":true}");
        ndjson("{\"profileId\":\"nest-7\",\"contact\":{\"email\":\"nest8@example.com\"},\"oo_out\":false}");
        imported(file("nest-8,nest8@example.com,Rome,"), ROLES);
        assertThat(optedOut("nest-")).containsExactly("nest-1", "nest-2", "nest-3");
    }

    /** Cases C18, C25. */
    @Test
    void takesWhatItCannotReadForAnOptOut() {
        imported(
                        file(
                                "word-1,word1@example.com,Rome,oui?",
                                "word-2,word2@example.com,Rome,x",
                                "word-3,word3@example.com,Rome,true",
                                "word-4,word4@example.com,Rome, ",
                                "word-5,word5@example.com,Rome,FALSE"),
                        ROLES)
                .body("rejected", equalTo(0))
                .body("optOutsUnreadable", equalTo(2));
        assertThat(optedOut("word-")).containsExactly("word-1", "word-2", "word-3");
        // What a database writes where it has nothing, once that is said (C16).
        imported(
                        file(
                                "word-6,word6@example.com,Rome,NULL",
                                "word-7,word7@example.com,Rome,true",
                                "word-8,word8@example.com,Rome,\\N"),
                        "optOut=oo_out",
                        "email=oo_mail",
                        "null=NULL")
                .body("optOutsUnreadable", equalTo(0));
        assertThat(optedOut("word-")).containsExactly("word-1", "word-2", "word-3", "word-7");
    }

    @Test
    void isEnteredForTheOneFormOfAnId() {
        imported(file("7001,n1@example.com,Rome,no"), ROLES);
        enter("7001.0", true, "called").then().statusCode(400);
        as("admin").delete("/profiles/7001.0").then().statusCode(400).body("detail", containsString("without .0"));
        enter("7001", true, "called").then().statusCode(200);
    }

    @Test
    void countsInLinesThatLieInOneCell() {
        String[] lines = {
            "\"cell-1,c1@example.com,Rome,yes\"",
            "\"cell-2,\"\"c2@example.com\"\",Rome,yes\"",
            "cell-3;c3@example.com;Rome;yes",
            "cell-4\tc4@example.com\tRome\tyes",
            "cell-5;c5@example.com;Rome, Lazio;yes",
            "\"cell-6,c6@example.com,Rome,no\"",
            "\"cell-8,c8@example.com,Rome,yes\",,,",
            "cell-7,c7@example.com,Rome,no"
        };
        imported(file(lines), ROLES).body("rejected", equalTo(7)).body("optedOut", equalTo(6));
        imported(file(IntStream.rangeClosed(1, 8)
                .mapToObj("cell-%1$d,c%1$d@example.com,Rome,"::formatted)
                .toArray(String[]::new)));
        assertThat(optedOut("cell-")).containsExactly("cell-1", "cell-2", "cell-3", "cell-4", "cell-5", "cell-8");
    }

    @Test
    void isEnteredByAdministrators() {
        imported(file("admin-1,admin1@example.com,Rome,true", "admin-2,admin2@example.com,Rome,"), ROLES);
        enter("admin-1", false, "Wants mail again, ticket 1")
                .then()
                .statusCode(200)
                .body("optedOut", equalTo(false));
        enter("admin-2", true, "By phone, ticket 2").then().statusCode(200).body("optedOut", equalTo(true));
        assertThat(optedOut("admin-")).containsExactly("admin-2");
        as("admin")
                .get("/profiles/admin-2")
                .then()
                .body("optOuts.by", equalTo(List.of("ADMINISTRATOR")))
                .body("optOuts.reason", equalTo(List.of("By phone, ticket 2")));
        as("admin")
                .queryParam("action", "OPT_OUT_ENTERED")
                .get("/segments/audit-events")
                .then()
                .body("items.changes.reason.to", hasItems("By phone, ticket 2", "Wants mail again, ticket 1"));
        as("admin")
                .queryParam("target", "admin-2")
                .get("/segments/audit-events")
                .then()
                .body("items.changes.reason.to", equalTo(List.of("By phone, ticket 2")))
                .body("items.target", everyItem(not(containsString("admin-2"))));
        // What files repeat that never heard of it ends it no more than what they leave out.
        imported(file("admin-2,admin2@example.com,Rome,false"), ROLES);
        assertThat(optedOut("admin-")).containsExactly("admin-2");
        enter("admin-2", true, " ").then().statusCode(422).body("errors.pointer", hasItem("/reason"));
        as("admin")
                .contentType("application/json")
                .body("{\"optedOut\":true}")
                .put("/profiles/admin-2/opt-out")
                .then()
                .statusCode(422);
        // Somebody of whom there is no profile yet.
        enter("admin-3", true, "By letter").then().statusCode(200);
        enter("admin-4@example.com", true, "By letter").then().statusCode(200);
        imported(file("admin-5,Admin-4@example.com,Rome,"), "email=oo_mail", "optOut=oo_out");
        as("admin").get("/profiles/admin-5").then().body("optedOut", equalTo(true));
        enter("admin-4@example.com", false, "By letter").then().statusCode(200);
        as("admin").get("/profiles/admin-5").then().body("optedOut", equalTo(false));
        imported("profileId,oo_mail,oo_city\nadmin-3,admin3@example.com,Rome\nadmin-4,admin3@example.com,Rome\n");
        assertThat(optedOut("admin-")).containsExactly("admin-2", "admin-3", "admin-4");
    }

    private static List<String> lookedUp(String... profileIds) {
        return as("export-service")
                .contentType("application/json")
                .body(Map.of("profileIds", List.of(profileIds)))
                .post("/internal/profiles/opt-outs")
                .then()
                .statusCode(200)
                .extract()
                .path("optedOut");
    }

    private static void replaced(String csv) {
        imported(csv, "mode=replace", "confirm=REMOVES_PROFILES", "confirm=REMOVES_ADDRESSES", "confirm=EMPTIES_FIELDS")
                .body("status", equalTo("SUCCESSFUL"));
    }
}
