package insights.segment.optout;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.finished;
import static insights.segment.SegmentService.imported;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

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

/** Columns that say who wants mail, whose words for true and false are turned round. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class ConsentColumnTest {

    private static ValidatableResponse optedOut(String id, boolean optedOut) {
        return as("admin").get("/profiles/" + id).then().statusCode(200).body("optedOut", equalTo(optedOut));
    }

    private static ValidatableResponse refused(String file, String... parameters) {
        RequestSpecification request = as("platform").contentType("text/csv").body(file);
        for (String parameter : parameters) {
            String[] pair = parameter.split("=", 2);
            request.queryParam(pair[0], pair[1]);
        }
        return request.post("/profile-imports").then().statusCode(422);
    }

    @Test
    void turnsNoOtherColumnOfTheFileRound() {
        imported(
                "profileId,cc_unsubscribed,cc_may,cc_vip\ncc-1,yes,yes,yes\ncc-2,no,no,no\ncc-3,no,yes,yes\n",
                "map=cc_unsubscribed=unsubscribed",
                "optOut=cc_may",
                "true=no",
                "false=yes");
        optedOut("cc-1", true).body("attributes.cc_vip", equalTo(true)).body("attributes.unsubscribed", equalTo(true));
        optedOut("cc-2", true).body("attributes.cc_vip", equalTo(false));
        optedOut("cc-3", false);
        // Nor does it have to be said of that column later on.
        imported("profileId,unsubscribed\ncc-3,yes\n").body("optedOut", equalTo(1));
        imported("profileId,unsubscribed\ncc-3,no\n").body("optOutsEnded", equalTo(1));
    }

    @Test
    void isNotReadAsUsualBecauseSomeOtherWordWasSaid() {
        imported("profileId,cc_wants\ncc-5,no\ncc-6,yes\n", "optOut=cc_wants", "true=no", "false=yes");
        refused("profileId,cc_wants,cc_gold\ncc-5,no,x\ncc-6,yes,\n", "true=x")
                .body("detail", containsString("\"cc_wants\""));
        optedOut("cc-5", true);
        // A file of other columns, or without a value there, asks for nothing.
        imported("profileId,cc_wants\ncc-5,\n").body("status", equalTo("SUCCESSFUL"));
        imported("profileId,cc_wants\ncc-5,nix\n", "true=nix", "false=gern").body("status", equalTo("SUCCESSFUL"));
        refused("profileId,cc_wants\ncc-5,no\n");
        refused("profileId,cc_wants\ncc-5,no\n", "true=yes", "false=no")
                .body("detail", containsString("map=cc_wants=cc_wants_2"));
        optedOut("cc-5", true);
    }

    /** Nobody thinks of every word, and no consent is never read as the contrary. */
    @Test
    void turnsAllUsualWordsRoundTogether() {
        String[] words = {"optOut=cc_all", "true=no", "false=yes"};
        imported(
                        "profileId,cc_all\ncc-20,no\ncc-21,N\ncc-22,False\ncc-23,0\ncc-24,nein\ncc-25,yes\ncc-26,TRUE\ncc-27,sì\n",
                        words)
                .body("optedOut", equalTo(5));
        optedOut("cc-23", true);
        optedOut("cc-26", false);
        finished(
                        "platform",
                        as("platform")
                                .contentType("application/x-ndjson")
                                .queryParam("true", "no")
                                .queryParam("false", "yes")
                                .body(
                                        "{\"profileId\":\"cc-28\",\"cc_all\":false}\n{\"profileId\":\"cc-29\",\"cc_all\":true}\n")
                                .post("/profile-imports"))
                .body("optedOut", equalTo(1));
        optedOut("cc-28", true);
    }

    @Test
    void keepsWhatTheFileSays() {
        imported("profileId,cc_asked\ncc-40,yes\ncc-41,no\n", "optOut=cc_asked", "true=no", "false=yes")
                .body("optedOut", equalTo(1));
        optedOut("cc-40", false).body("attributes.cc_asked", equalTo(true));
        optedOut("cc-41", true).body("attributes.cc_asked", equalTo(false));
        // Read by GET and sent back, it says the same of everybody.
        imported("profileId,cc_asked\ncc-41,false\ncc-40,true\ncc-42,true\n", "optOut=cc_asked", "true=no", "false=yes")
                .body("optOutsEnded", equalTo(0))
                .body("optedOut", equalTo(0));
        optedOut("cc-41", true);
        // Nor does giving the role again make it the contrary.
        role("cc_asked", null);
        role("cc_asked", "OPT_OUT");
        optedOut("cc-40", false);
        optedOut("cc-41", true);
    }

    /** Words that only the file uses are no truth values to anybody who reads the profile. */
    @Test
    void keepsWordsOfTheFileAlone() {
        String[] words = {"optOut=cc_permission", "true=denied", "false=granted"};
        imported("profileId,cc_permission\ncc-80,granted\ncc-81,denied\n", words)
                .body("optedOut", equalTo(1));
        optedOut("cc-80", false).body("attributes.cc_permission", equalTo("granted"));
        optedOut("cc-81", true).body("attributes.cc_permission", equalTo("denied"));
        // Without its words, nobody is opted out who granted it.
        refused("profileId,cc_permission\ncc-80,granted\n").body("detail", containsString("say with true and false"));
        imported("profileId,cc_permission\ncc-80,denied\ncc-81,granted\n", words)
                .body("optedOut", equalTo(1))
                .body("optOutsEnded", equalTo(1));
        optedOut("cc-80", true).body("attributes.cc_permission", equalTo("denied"));
        // Where true and false stand already, they are what the field means by them.
        imported("profileId,cc_asked2\ncc-82,yes\ncc-83,no\n", "optOut=cc_asked2", "true=no", "false=yes");
        imported("profileId,cc_asked2\ncc-82,denied\ncc-83,granted\n", "true=denied", "false=granted");
        optedOut("cc-82", true).body("attributes.cc_asked2", equalTo(false));
        optedOut("cc-83", false).body("attributes.cc_asked2", equalTo(true));
        imported("profileId,cc_opt_out\ncc-84,jepp\n", "optOut=cc_opt_out", "true=jepp");
        optedOut("cc-84", true).body("attributes.cc_opt_out", equalTo(true));
    }

    private static void role(String field, String role) {
        as("admin")
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(role == null ? "{\"role\":null}" : "{\"role\":\"" + role + "\"}")
                .patch("/profiles/fields/" + field)
                .then()
                .statusCode(200);
    }

    @Test
    void isNoFieldThatSaidWhoOptedOut() {
        imported("profileId,cc_stop\ncc-50,yes\ncc-51,no\n", "optOut=cc_stop").body("optedOut", equalTo(1));
        refused("profileId,cc_stop\ncc-50,yes\n", "optOut=cc_stop", "true=no", "false=yes")
                .body("detail", containsString("map=cc_stop=cc_stop_2"));
        refused(
                        "profileId,cc_may2,cc_unsub\ncc-50,no,yes\n",
                        "optOut=cc_may2",
                        "optOut=cc_unsub",
                        "true=no",
                        "false=yes")
                .body("detail", containsString("map=cc_unsub=unsubscribed"));
        optedOut("cc-50", true);
    }

    @Test
    void hasWordsThatAreSaidIfItsNameSpeaksOfConsent() {
        refused("profileId,cc_newsletter\ncc-60,yes\n", "optOut=cc_newsletter")
                .body("detail", containsString("true=no and false=yes"));
        refused("profileId,cc_accepts_marketing\ncc-60,yes\n", "optOut=cc_accepts_marketing", "null=x");
        imported("profileId,cc_newsletter_optout\ncc-60,yes\n", "optOut=cc_newsletter_optout");
        imported("profileId,cc_consent\ncc-61,denied\n", "optOut=cc_consent", "true=denied", "false=granted")
                .body("optedOut", equalTo(1));
        // Its own words of yesterday say nothing of those of today.
        refused("profileId,cc_consent\ncc-61,no\n").body("detail", containsString("says who wants mail"));
    }

    /** The job of every night is often not told of the parameters that somebody found by trying. */
    @Test
    void isAskedForAgainWhenItFilledANewField() {
        String file = "profileId,cc_post\ncc-80,%s\ncc-81,yes\n";
        imported(file.formatted("yes")).body("status", equalTo("SUCCESSFUL"));
        String[] round = {"optOut=cc_post", "true=no", "false=yes"};
        refused(file.formatted("yes"), round).body("detail", containsString("map=cc_post=cc_post_2"));
        imported(file.formatted("yes"), round[0], round[1], round[2], "map=cc_post=cc_post_2");
        refused(file.formatted("no")).body("detail", containsString("map=cc_post=cc_post_2"));
        imported(file.formatted("no"), round[1], round[2], "map=cc_post=cc_post_2")
                .body("optedOut", equalTo(1));
        imported(file.formatted("no"), "map=cc_post=cc_post").body("optOutsEnded", equalTo(0));
        imported("profileId,cc_post\ncc-80,\n").body("status", equalTo("SUCCESSFUL"));
        optedOut("cc-80", true);
    }

    /** The status of another program is no word about mail, and to say that it is would end opt-outs. */
    @Test
    void isKeptApartFromAColumnOfAnotherProgramThatIsCalledTheSame() {
        String words = "true=unsubscribed";
        imported("profileId,cc_status\ncc-70,unsubscribed\n", "optOut=cc_status", words, "false=subscribed");
        String other = "profileId,cc_status\ncc-70,active\n";
        refused(other).body("detail", containsString("map=cc_status=cc_status_2"));
        imported(other, "map=cc_status=cc_status_2").body("optOutsEnded", equalTo(0));
        optedOut("cc-70", true);
    }

    /** Neither is a column read as the contrary of its own name because the field that it fills is called otherwise. */
    @Test
    void isNoneByTheNameOfAnotherField() {
        String consents = "profileId,Newsletter\ncc-70,yes\ncc-71,no\n";
        refused(consents, "map=Newsletter=cc_unsubscribed", "optOut=Newsletter")
                .body("detail", containsString("true=yes and false=no"));
        refused(consents, "map=Newsletter=unsubscribed");
        refused(consents, "map=Newsletter=cc_x", "optOut=Newsletter", "true=x");
        imported("profileId,cc_gone\ncc-72,yes\n", "optOut=cc_gone");
        refused(consents, "map=Newsletter=cc_gone");
        refused("profileId,cc_unsubscribed\ncc-70,yes\n", "map=cc_unsubscribed=cc_newsletter")
                .body("detail", containsString("would say the contrary"));
        refused(
                        "profileId,cc_unsubscribed\ncc-70,yes\n",
                        "map=cc_unsubscribed=cc_y",
                        "optOut=cc_unsubscribed",
                        "true=no",
                        "false=yes")
                .body("detail", containsString("says who opted out"));
        // Unless its words are said outright, in which case all usual ones are.
        imported(
                        consents + "cc-73,TRUE\ncc-74,0\n",
                        "map=Newsletter=cc_gone2",
                        "optOut=Newsletter",
                        "true=yes",
                        "false=no")
                .body("optedOut", equalTo(2));
        optedOut("cc-71", false);
        optedOut("cc-73", true);
    }

    @Test
    void hasToBeNamed() {
        refused("profileId,unsubscribed\ncc-30,no\n", "true=no", "false=yes")
                .body("detail", containsString("with optOut"));
    }

    @Test
    void isNoFieldThatProfilesHaveWithOtherWords() {
        imported("profileId,cc_ok\ncc-8,yes\ncc-9,no\n");
        refused("profileId,cc_ok\ncc-10,yes\n", "optOut=cc_ok", "true=no", "false=yes")
                .body("detail", containsString("map=cc_ok="));
        optedOut("cc-8", false);
        imported("profileId,cc_ok\ncc-8,yes\ncc-9,no\n", "optOut=cc_ok", "map=cc_ok=cc_refuses", "true=no", "false=yes")
                .body("optedOut", equalTo(1));
        optedOut("cc-9", true);
    }

    @Test
    void isAskedAboutWhereMostOptOut() {
        String lines = IntStream.range(0, 15)
                .mapToObj(i -> "cc-many-" + i + (i < 12 ? ",yes" : ",no"))
                .collect(Collectors.joining("\n", "profileId,cc_reachable\n", "\n"));
        imported(lines, "optOut=cc_reachable").body("remarks.code", hasItem("MOST_OPT_OUT"));
        imported(lines.replace("cc_reachable", "cc_reached"), "optOut=cc_reached", "true=no", "false=yes")
                .body("remarks.code", not(hasItem("MOST_OPT_OUT")));
    }
}
