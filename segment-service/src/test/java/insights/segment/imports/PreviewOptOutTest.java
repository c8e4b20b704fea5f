package insights.segment.imports;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
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

/** Whoever sends a file sees what it says of opting out, and what it may have been meant to say. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class PreviewOptOutTest {

    private static final String TOLD = "remarks.findAll { it.code == 'MAY_BE_OPT_OUT' }";

    @Test
    void tellsColumnsThatMaySayWhoOptedOut() {
        String file = "profileId,po unsubscribed_at,po_city\npo-1,2026-01-31,Rome\n";
        preview(file)
                .body("columns.find { it.field == 'po unsubscribed_at' }.role", equalTo(null))
                .body("columns.find { it.field == 'po unsubscribed_at' }.suggestedRole", equalTo("OPT_OUT"))
                .body("columns.find { it.field == 'po_city' }.suggestedRole", equalTo(null))
                .body("remarks.code", hasItem("MAY_BE_OPT_OUT"))
                .body("optedOut", equalTo(0));
        preview(file, "optOut=po unsubscribed_at")
                .body("remarks.code", not(hasItem("MAY_BE_OPT_OUT")))
                .body("optedOut", equalTo(1));
        imported(file)
                .body("remarks.find { it.code == 'MAY_BE_OPT_OUT' }.column", equalTo("po unsubscribed_at"))
                .body("roles.field", not(hasItem("po unsubscribed_at")));
        as("viewer")
                .get("/profiles/fields/po unsubscribed_at")
                .then()
                .body("role", equalTo(null))
                .body("suggestedRole", equalTo("OPT_OUT"));
        as("admin").get("/profiles/po-1").then().body("optedOut", equalTo(false));
    }

    @Test
    void tellsColumnsThatMaySayWhoWantsMail() {
        String file = "profileId,Accepts Email Marketing,po_language\npo-20,yes,no\npo-21,no,it\n";
        preview(file)
                .body("columns.suggestedRole", everyItem(nullValue()))
                .body("remarks.code", contains("MAY_BE_CONSENT"))
                .body("remarks[0].column", equalTo("Accepts Email Marketing"))
                .body(
                        "remarks[0].detail",
                        allOf(
                                containsString("line 2 is the first, and says \"yes\""),
                                containsString("wants mail, optOut=Accepts Email Marketing with true=no and false=yes"),
                                containsString("not, optOut=Accepts Email Marketing with true=yes and false=no")))
                .body("optedOut", equalTo(0));
        preview(file, "optOut=Accepts Email Marketing", "true=no", "false=yes")
                .body("remarks", hasSize(0))
                .body("optedOut", equalTo(1));
        preview("profileId,OPTIN_TIME,Accepts SMS Marketing,newsletter\npo-22,2026-01-31,no,\n")
                .body("remarks.code", not(hasItem("MAY_BE_CONSENT")));
    }

    /** By the advice for consents those who want mail would be opted out, and nobody else. */
    @Test
    void tellsConsentsOfWhichTheNameSaysTheContraryAsOptOuts() {
        String file = "profileId,po Cancellato dalla newsletter\npo-26,SI\npo-27,NO\n";
        preview(file)
                .body("remarks.code", contains("MAY_BE_OPT_OUT"))
                .body("columns[0].suggestedRole", equalTo("OPT_OUT"));
        preview(file, "optOut=po Cancellato dalla newsletter").body("optedOut", equalTo(1));
        request(file, "optOut=po Cancellato dalla newsletter", "true=no", "false=yes")
                .post("/profile-imports/preview")
                .then()
                .statusCode(422);
        preview("profileId,po newsletter\npo-28,\npo-29,ann@example.com\n")
                .body(
                        "remarks.find { it.code == 'MAY_BE_CONSENT' }.detail",
                        allOf(containsString("(line 3 is the first that says anything)"), not(containsString("ann@"))));
    }

    @Test
    void tellsListsOfWhoOptedOut() {
        for (String list :
                new String[] {"po unsubscribed emails\npo-27@example.com\n", "po unsubscribed numbers\n2701\n2702\n"}) {
            String id = list.lines().findFirst().orElseThrow();
            preview(list, "idColumn=" + id)
                    .body(TOLD, hasSize(1))
                    .body(TOLD + "[0].column", equalTo(id))
                    .body(TOLD + "[0].detail", containsString("optOut=stop"))
                    .body("columns.suggestedRole", everyItem(nullValue()));
        }
        String stopped = "po unsubscribed emails,po_stopped\npo-27@example.com,yes\n";
        preview(stopped, "idColumn=po unsubscribed emails", "optOut=po_stopped")
                .body(TOLD, hasSize(0))
                .body("optedOut", equalTo(1));
        preview("profileId,po blacklisted mails\n1,po-27@example.com\n", "email=po blacklisted mails")
                .body(TOLD, hasSize(1));
    }

    /** No list of names is complete: a column that is new may be the one. */
    @Test
    void tellsThatTheFileOptsNobodyOut() {
        String file = "profileId,po_attitude,po_stop_too\npo-40,cold,no\npo-41,warm,no\n";
        String told = "remarks.findAll { it.code == 'NOBODY_OPTED_OUT' }";
        preview(file)
                .body(told, hasSize(1))
                .body(told + ".column", contains(nullValue()))
                .body(
                        told + "[0].detail",
                        allOf(containsString("\"po_attitude\", \"po_stop_too\""), containsString("optOut")));
        preview(file, "optOut=po_stop_too").body(told, hasSize(0));
        preview("profileId,po_attitude,unsubscribed\npo-40,cold,no\n").body(told, hasSize(0));
        preview("profileId,po_attitude,po unsubscribed_at\npo-40,cold,\n")
                .body(TOLD, hasSize(1))
                .body(told, hasSize(0));
        preview("profileId,po_attitude,newsletter\npo-40,cold,no\n").body(told, hasSize(0));
        preview("profileId,po_attitude\n,cold\n").body("rejected", equalTo(1)).body(told, hasSize(0));
        preview("profileId\npo-40\n").body(told, hasSize(0));
        imported("profileId,po_halted\npo-42,yes\n", "optOut=po_halted");
        imported(file).body(told, hasSize(1));
        imported(file).body(told, hasSize(0));
    }

    @Test
    void readsStatesAsOptOutsWhereItIsTold() {
        String file = "profileId,po_state\npo-24,Unsubscribed\npo-25,Subscribed\n";
        preview(file)
                .body(TOLD, hasSize(1))
                .body("columns[0].suggestedRole", equalTo("OPT_OUT"))
                .body("optedOut", equalTo(0));
        preview(file, "optOut=po_state", "true=unsubscribed", "false=subscribed")
                .body(TOLD, hasSize(0))
                .body("optedOut", equalTo(1))
                .body("optOutsUnreadable", equalTo(0));
        preview("profileId,po unsubscribed_state\npo-24,Unsubscribed\n").body(TOLD, hasSize(1));
    }

    @Test
    void tellsColumnsThatMayHoldAddresses() {
        preview("profileId,po_reachable_by\npo-23,po-23@example.com\n")
                .body("columns[0].suggestedRole", equalTo("EMAIL"))
                .body("columns[0].role", nullValue());
    }

    @Test
    void tellsOfOptOutsWhoseAddressCannotBeRead() {
        String told = "remarks.findAll { it.code == 'OPTED_OUT_ADDRESS_UNREADABLE' }";
        String file = "profileId,email,unsubscribed\npo-50,po-50@@,yes\npo-51,po 51@example,yes\npo-52,po-52@x,no\n";
        preview(file).body(told, hasSize(1)).body(told + "[0].detail", containsString("2 lines, line 2"));
        preview("profileId,email,unsubscribed\npo-50,po-50 at example.com,yes\npo-51,-,yes\npo-52,po-52@x,no\n")
                .body(told, hasSize(0));
    }

    @Test
    void refusesToReplaceAllByNothing() {
        as("admin")
                .contentType("text/csv")
                .queryParam("mode", "replace")
                .body("profileId,po_x\n")
                .post("/profile-imports/preview")
                .then()
                .statusCode(422)
                .body(
                        "detail",
                        equalTo("No line of the file can be imported, and replacing would remove every profile."));
    }

    @Test
    void tellsHowManyWouldBeOptedOut() {
        imported("profileId,po_out\npo-2,true\n", "optOut=po_out");
        preview("profileId,po_out\npo-2,true\npo-3,true\npo-4,false\npo-5,who knows\n", "optOut=po_out")
                .body("optedOut", equalTo(2))
                .body("optOutsUnreadable", equalTo(1));
    }

    @Test
    void tellsWhomValuesWouldOptOutThatProfilesHaveAlready() {
        imported("profileId,po_stop\npo-60,gone\npo-61,gone\npo-62,no\n");
        String file = "profileId,po_stop\npo-60,yes\npo-63,yes\n";
        preview(file, "optOut=po_stop").body("optedOut", equalTo(3));
        imported(file, "optOut=po_stop").body("optedOut", equalTo(3));
        imported("profileId,po_halt\npo-64,gone\npo-65,gone\npo-66,no\n");
        String back = "profileId,po_halt\npo-64,no\npo-65,yes\npo-67,no\n";
        preview(back, "optOut=po_halt").body("optedOut", equalTo(2)).body("optOutsEnded", equalTo(1));
        imported(back, "optOut=po_halt").body("optedOut", equalTo(2)).body("optOutsEnded", equalTo(1));
    }

    @Test
    void asksAsTheImportDoesAboutValuesThatWouldOptOutMostPeople() {
        String file = IntStream.range(0, 12)
                .mapToObj("po-80%d,yes\n"::formatted)
                .collect(Collectors.joining("", "profileId,po_all\n", ""));
        imported(file);
        preview(file, "optOut=po_all").body("questions.confirm", contains("OPTS_OUT_MOST"));
        imported(file, "optOut=po_all").body("questions.confirm", contains("OPTS_OUT_MOST"));
    }

    @Test
    void refusesAddressesThatAreNoText() {
        imported("profileId,po_points\npo-90,1\n");
        as("platform")
                .contentType("text/csv")
                .queryParam("email", "po_points")
                .body("profileId,po_points\npo-90,1\n")
                .post("/profile-imports/preview")
                .then()
                .statusCode(422)
                .body("detail", containsString("only text holds addresses"));
    }

    @Test
    void tellsHowManyOptOutsWouldEnd() {
        imported("profileId,po_out\npo-30,true\npo-31,true\npo-32,true\npo-33,false\n", "optOut=po_out");
        String file = "profileId,po_out\npo-30,false\npo-31,false\npo-31,\npo-32,true\npo-32,false\npo-33,false\n";
        preview(file).body("optOutsEnded", equalTo(1));
        imported(file).body("optOutsEnded", equalTo(1));
        imported("profileId,po_out\npo-30,true\n");
        preview(file).body("optOutsEnded", equalTo(0));
    }

    @Test
    void tellsNoEndByLinesOfWhomIsErased() {
        imported(
                "profileId,po_mail,po_out\npo-70,po70@example.com,true\npo-71,po71@example.com,true\n",
                "email=po_mail");
        as("admin").delete("/profiles/po-70").then().statusCode(204);
        String file = "profileId,po_mail,po_out\npo-70,,false\npo-71,po70@example.com,false\n";
        preview(file).body("optOutsEnded", equalTo(0));
        imported(file).body("optOutsEnded", equalTo(0));
    }

    @Test
    void refusesWordsThatTurnOptOutsRound() {
        String file = "profileId,po_out\npo-6,ja\n";
        invalid(file, "false", "true=x", "false=true");
        invalid(file, "true", "true=egal", "false=Egal");
        invalid(file, "true", "true=nein");
        invalid(file, "expectedLines", "expectedLines=-1");
        invalid(file, "expectedLines", "expectedLines=0");
        preview(file, "true=ja", "false=nein", "expectedLines=1");
    }

    @Test
    void readsAColumnOfConsents() {
        preview("profileId,may_mail\npo-7,N\npo-8,Y\n", "optOut=may_mail", "true=n", "false=y")
                .body("optedOut", equalTo(1))
                .body("optOutsUnreadable", equalTo(0));
    }

    /** Case of a nightly file of consents that is sent by hand once, without its parameters. */
    @Test
    void asksForTheWordsOfAFieldWhoseWordsWereTurnedRound() {
        String file = "profileId,po_consent\npo-9,no\npo-10,yes\n";
        imported(file, "optOut=po_consent", "true=no", "false=yes").body("optedOut", equalTo(1));
        for (String path : new String[] {"/profile-imports", "/profile-imports/preview"}) {
            request(file).post(path).then().statusCode(422).body("detail", containsString("\"po_consent\""));
        }
        imported("profileId,po_city\npo-9,Rome\n").body("status", equalTo("SUCCESSFUL"));
        imported(file, "true=no", "false=yes").body("optOutsEnded", equalTo(0));
        request(file, "true=yes", "false=no")
                .post("/profile-imports/preview")
                .then()
                .statusCode(422)
                .body("detail", containsString("map=po_consent=po_consent_2"));
    }

    private static void invalid(String file, String pointer, String... parameters) {
        request(file, parameters)
                .post("/profile-imports")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
    }

    private static ValidatableResponse preview(String file, String... parameters) {
        return request(file, parameters).post("/profile-imports/preview").then().statusCode(200);
    }

    private static RequestSpecification request(String file, String... parameters) {
        RequestSpecification request =
                as("platform").contentType("text/csv; charset=utf-8").body(file);
        for (String parameter : parameters) {
            String[] pair = parameter.split("=", 2);
            request.queryParam(pair[0], pair[1]);
        }
        return request;
    }
}
