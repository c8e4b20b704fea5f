package insights.segment.optout;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.finished;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.lines;
import static insights.segment.SegmentService.members;
import static insights.segment.SegmentService.refreshed;
import static insights.segment.SegmentService.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who opted out stays so, whatever files come ({@code requirements.md} D3). The stream of members is the witness. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class OptOutTest {

    /** Columns of their own keep tests apart that share a database; what they are for is said, as names would say it. */
    private static final String[] ROLES = {"optOut=oo_out", "email=oo_mail"};

    private static String file(String... lines) {
        return "profileId,oo_mail,oo_city,oo_out\n" + String.join("\n", lines) + "\n";
    }

    /** The ids of those that the stream of members says opted out, of those that begin like this. */
    private static List<String> optedOut(String prefix) {
        String segment = segment("Opt-outs " + System.nanoTime(), "{\"field\":\"oo_city\",\"op\":\"exists\"}");
        refreshed();
        List<Map<String, Object>> lines = lines(members(segment, "", ""));
        assertThat(lines).allSatisfy(line -> assertThat(line.get("optedOut")).isInstanceOf(Boolean.class));
        return lines.stream()
                .filter(line -> Boolean.TRUE.equals(line.get("optedOut")))
                .map(line -> (String) line.get("profileId"))
                .filter(id -> id.startsWith(prefix))
                .toList();
    }

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

    @Test
    void isNotEndedByWhatSaysNothing() {
        imported(file("stick-1,stick1@example.com,Rome,true", "stick-2,stick2@example.com,Rome,false"), ROLES);
        assertThat(optedOut("stick-")).containsExactly("stick-1");

        imported("profileId,oo_mail,oo_city\nstick-1,stick1@example.com,Rome\n");
        assertThat(optedOut("stick-")).as("without the column").containsExactly("stick-1");
        imported(file("stick-1,stick1@example.com,Rome,"), ROLES);
        assertThat(optedOut("stick-")).as("an empty cell").containsExactly("stick-1");
        imported(file("stick-1,stick1@example.com,Rome,\u00a0 "), ROLES);
        assertThat(optedOut("stick-")).as("blanks").containsExactly("stick-1");
        ndjson("{\"profileId\":\"stick-1\",\"oo_city\":\"Rome\",\"oo_out\":null}");
        assertThat(optedOut("stick-")).as("null").containsExactly("stick-1");

        String ending = imported(file("stick-1,stick1@example.com,Rome,false"), ROLES)
                .body("optOutsEnded", equalTo(1))
                .extract()
                .path("id");
        assertThat(optedOut("stick-")).as("a plain no").isEmpty();
        as("admin")
                .queryParam("action", "OPT_OUT_ENDED")
                .get("/segments/audit-events")
                .then()
                .statusCode(200)
                .body("items.find { it.changes.import.to == '" + ending + "' }.changes.field.from", equalTo("oo_out"))
                .body("items.target.find { it.contains('stick') }", equalTo(null));
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
    }

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
    void isNotEndedByAFileOfYesterday() {
        String yesterday = file("old-1,old1@example.com,Rome,false", "old-2,old2@example.com,Rome,false");
        imported(yesterday, ROLES);
        imported(file("old-1,old1@example.com,Rome,true"), ROLES);
        imported(yesterday, ROLES).body("status", equalTo("SUCCESSFUL")).body("optOutsEnded", equalTo(0));
        assertThat(optedOut("old-")).containsExactly("old-1");
        List<byte[]> asPrograms = List.of(
                yesterday.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
                yesterday.replace("\n", "\r").getBytes(StandardCharsets.UTF_8),
                (yesterday + "\n\n").getBytes(StandardCharsets.UTF_8),
                yesterday.stripTrailing().getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + yesterday).getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + yesterday).getBytes(StandardCharsets.UTF_16LE));
        for (byte[] written : asPrograms) {
            finished(
                            "platform",
                            as("platform")
                                    .contentType("text/csv")
                                    .queryParam("optOut", "oo_out")
                                    .queryParam("email", "oo_mail")
                                    .body(written)
                                    .post("/profile-imports"))
                    .body("status", equalTo("SUCCESSFUL"))
                    .body("optOutsEnded", equalTo(0));
        }
        for (String said : List.of("idColumn=profileId", "separator=,", "charset=utf-8", "locale=it", "widen=true")) {
            imported(yesterday, Stream.concat(Stream.of(ROLES), Stream.of(said)).toArray(String[]::new))
                    .body("optOutsEnded", equalTo(0));
        }
        // As a spreadsheet or another tool saves it again.
        for (String saved : List.of(
                yesterday.replace(",", ";"),
                "sep=,\n" + yesterday,
                yesterday.replace("false", "\"no\""),
                "profileId,oo_out\nold-2,FALSE\nold-1,0\n",
                yesterday + yesterday,
                "profileId,oo_out\nold-1,false\nold-2,false\nold-2,no\nold-1,false\n",
                "oo_city,oo_out,profileId,oo_new\nMilan,false,old-1,x\nMilan,false,old-2,y\n")) {
            imported(saved)
                    .body("optOutsEnded", equalTo(0))
                    .body("remarks.find { it.code == 'SAID_BEFORE' }.detail", containsString("1 opt-outs"));
        }
        imported(yesterday, "optOut=oo_out", "true=jepp", "null=nothing").body("optOutsEnded", equalTo(0));
        assertThat(optedOut("old-")).containsExactly("old-1");
        assertThat(as("admin").get("/profiles/old-1").<Map<String, Object>>path("attributes"))
                .doesNotContainKey("oo_out");
        imported(file("old-1,old1@example.com,Rome,false"), ROLES)
                .body("optOutsEnded", equalTo(1))
                .body("remarks.code", not(hasItem("SAID_BEFORE")));
        assertThat(optedOut("old-")).isEmpty();
    }

    @Test
    void isNotEndedForMostPeopleWithoutAQuestion() {
        String out = IntStream.range(0, 12)
                .mapToObj("ends-%d,Rome,yes\n"::formatted)
                .collect(Collectors.joining("", "profileId,oo_city,oo_ends\n", ""));
        imported(out, "optOut=oo_ends");
        String in = out.replace("yes", "no");
        // Nor when the file opts out many others.
        imported(IntStream.range(100, 140)
                        .mapToObj("ends-%d,Milan,yes\n"::formatted)
                        .collect(Collectors.joining("", in, "")))
                .body("questions.confirm", contains("ENDS_OPT_OUTS"));
        for (int i = 100; i < 140; i++) {
            enter("ends-" + i, false, "a mistake").then().statusCode(200);
        }
        imported(in).body("status", equalTo("FAILED")).body("questions.confirm", contains("ENDS_OPT_OUTS"));
        assertThat(optedOut("ends-")).hasSize(12);
        imported(in, "confirm=ENDS_OPT_OUTS").body("optOutsEnded", equalTo(12));
        assertThat(optedOut("ends-")).isEmpty();
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
    void isNotEndedByAFileThatWasAskedAboutBeforeIt() {
        String asked = IntStream.range(0, 12)
                .mapToObj("ask-%d,Rome,no\n"::formatted)
                .collect(Collectors.joining("", "profileId,oo_city,oo_ask\n", ""));
        imported(asked.replace("no", "yes"), "optOut=oo_ask");
        imported(asked).body("questions.confirm", contains("ENDS_OPT_OUTS"));
        enter("ask-3", false, "a mistake").then().statusCode(200);
        imported("profileId,oo_ask\nask-3,yes\n").body("optedOut", equalTo(1));
        imported(asked, "confirm=ENDS_OPT_OUTS").body("optOutsEnded", equalTo(11));
        assertThat(optedOut("ask-")).containsExactly("ask-3");
    }

    @Test
    void isNotEndedByTheProfileThatIsSentBackAsItIsShown() {
        imported(
                file("back-1,b1@example.com,Rome,no", "back-2,b2@example.com,Rome,no", "back-3,b3@example.com,Rome,no"),
                ROLES);
        imported(file("back-1,b1@example.com,Rome,yes,too many", "back-2,,Rome,yes", "back-2,b2@example.com,Rome,no"));
        imported(file("back-3,b3@example.com,Rome,perhaps"));
        assertThat(optedOut("back-")).containsExactly("back-1", "back-2", "back-3");
        for (String id : List.of("back-1", "back-2", "back-3")) {
            Map<String, Object> shown = as("admin").get("/profiles/" + id).path("attributes");
            assertThat(shown).containsKey("oo_city").doesNotContainKey("oo_out");
            Map<String, Object> sent = new HashMap<>(shown);
            sent.put("profileId", id);
            finished(
                            "platform",
                            as("platform")
                                    .contentType("application/x-ndjson")
                                    .body(new JsonObject(sent).encode() + "\n")
                                    .post("/profile-imports"))
                    .body("optOutsEnded", equalTo(0));
        }
        assertThat(optedOut("back-")).containsExactly("back-1", "back-2", "back-3");
        // Who says so in a newer file wants mail again.
        imported(file("back-1,b1@example.com,Rome,no")).body("optOutsEnded", equalTo(1));
    }

    @Test
    void isEnteredForTheOneFormOfAnId() {
        imported(file("7001,n1@example.com,Rome,no"), ROLES);
        enter("7001.0", true, "called").then().statusCode(400);
        as("admin").delete("/profiles/7001.0").then().statusCode(400).body("detail", containsString("without .0"));
        enter("7001", true, "called").then().statusCode(200);
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

    private static ValidatableResponse refused(String type, String file, String... parameters) {
        RequestSpecification request = as("platform").contentType(type).body(file);
        for (String parameter : parameters) {
            String[] pair = parameter.split("=", 2);
            request.queryParam(pair[0], pair[1]);
        }
        return request.post("/profile-imports").then().statusCode(422);
    }

    @Test
    void isReadInAColumnThatIsWrittenInAnotherCase() {
        imported("profileId,oo_city,oo_case\ncase-1,Rome,no\n", "optOut=oo_case");
        imported("PROFILEID,OO_CASE\ncase-1,yes\n", "idColumn=PROFILEID").body("optedOut", equalTo(1));
        assertThat(optedOut("case-")).containsExactly("case-1");
        as("viewer").get("/profiles/fields").then().body("items.name", not(hasItem("OO_CASE")));
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
    void saysTrueWhereOneFileSaysBoth() {
        imported(
                file("both-1,both1@example.com,Rome,true", "both-1,both1@example.com,Rome,false"),
                "optOut=oo_out",
                "email=oo_mail");
        assertThat(optedOut("both-")).containsExactly("both-1");
    }

    @Test
    void isEndedByTheFieldThatSaidSo() {
        imported(
                "profileId,oo_mail,oo_city,oo_out,oo_other\nfield-1,field1@example.com,Rome,true,true\n",
                "optOut=oo_out",
                "optOut=oo_other",
                "email=oo_mail");
        imported(file("field-1,field1@example.com,Rome,false"), ROLES);
        assertThat(optedOut("field-")).containsExactly("field-1");
        imported("profileId,oo_other\nfield-1,false\n");
        assertThat(optedOut("field-")).isEmpty();
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

    private static io.restassured.response.Response role(String field, String role) {
        return as("admin")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"role\":" + role + "}")
                .patch("/profiles/fields/" + field);
    }

    private static io.restassured.response.Response enter(String profileId, boolean optedOut, String reason) {
        return as("admin")
                .contentType("application/json")
                .body(Map.of("optedOut", optedOut, "reason", reason))
                .put("/profiles/" + profileId + "/opt-out");
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

    private static void ndjson(String line) {
        finished(
                        "platform",
                        as("platform")
                                .contentType("application/x-ndjson")
                                .body(line + "\n")
                                .post("/profile-imports"))
                .body("status", equalTo("SUCCESSFUL"));
    }
}
