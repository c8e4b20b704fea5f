package insights.segment.optout;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.finished;
import static insights.segment.SegmentService.imported;
import static insights.segment.optout.OptOutFiles.ROLES;
import static insights.segment.optout.OptOutFiles.enter;
import static insights.segment.optout.OptOutFiles.file;
import static insights.segment.optout.OptOutFiles.ndjson;
import static insights.segment.optout.OptOutFiles.optedOut;
import static insights.segment.optout.OptOutFiles.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What ends an opt-out, and what does not: yesterday's file above all. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class OptOutEndTest {

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

    /** Case O12. */
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

    /** It was written before, and whoever mended its parameters, or what else was wrong, learned nothing of people by that. */
    @Test
    void isNotEndedByAFileThatWasRefusedBeforeIt() {
        String refused = file("late-1,,Rome,no", "late-2,,Rome,no", "late-3,,Rome,yes");
        assertThat(refused("text/csv", refused, "optOut=oo_out", "expectedLines=4")
                        .extract()
                        .<String>path("detail"))
                .contains("expectedLines", "Nobody was opted out by the file; 1 of the lines");
        assertThat(optedOut("late-")).isEmpty();
        imported(file("late-1,,Rome,yes"), ROLES);
        imported(refused, "optOut=oo_out", "expectedLines=3")
                .body("optedOut", equalTo(1))
                .body("optOutsEnded", equalTo(0))
                .body("remarks.code", hasItem("SAID_BEFORE"));
        assertThat(optedOut("late-")).containsExactly("late-1", "late-3");
    }

    @Test
    void isNotEndedByAFileThatCouldNotBeReadBeforeIt() {
        String unread = "kunde,oo_city,oo_out\nunread-1,Rome,no\nunread-2,Rome,no\n";
        refused("text/csv", unread);
        imported(file("unread-1,,Rome,yes"), ROLES);
        imported(unread.replace("\n", "\r\n"), "idColumn=kunde", "optOut=oo_out")
                .body("optOutsEnded", equalTo(0));
        assertThat(optedOut("unread-")).containsExactly("unread-1");
        imported("profileId,oo_out\nunread-1,no\n").body("optOutsEnded", equalTo(1));
    }

    @Test
    void isNotEndedByAFileThatWaitedWhileItWasSaidAgain() {
        String asked = IntStream.range(0, 12)
                .mapToObj("again-%d,Rome,no\n"::formatted)
                .collect(Collectors.joining("", "profileId,oo_city,oo_again\n", ""));
        imported(asked.replace("no", "yes"), "optOut=oo_again");
        imported(asked).body("questions.confirm", contains("ENDS_OPT_OUTS"));
        imported("profileId,oo_again\nagain-3,yes\nagain-20,no\n").body("optedOut", equalTo(0));
        // What was known before it waited is no newer when it is sent again.
        imported(asked.replace("no", "yes")).body("optedOut", equalTo(0));
        imported(asked, "confirm=ENDS_OPT_OUTS").body("optOutsEnded", equalTo(11));
        assertThat(optedOut("again-")).containsExactly("again-3");
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
}
