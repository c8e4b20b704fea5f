package insights.segment.imports.guard;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.finished;
import static insights.segment.SegmentService.imported;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Y18, C14: an import that would take away more than usual asks first; a preview changes nothing. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class ImportGuardTest {

    private static final String ALL = "confirm=REMOVES_PROFILES";

    /** Makes these people all that there are. */
    private static void only(int people) {
        imported(
                        file(people),
                        "email=grd_mail",
                        "mode=replace",
                        ALL,
                        "confirm=REMOVES_ADDRESSES",
                        "confirm=EMPTIES_FIELDS")
                .body("status", equalTo("SUCCESSFUL"));
    }

    private static String file(int people) {
        return "profileId,grd_mail,grd_city\n"
                + IntStream.range(0, people)
                        .mapToObj(i -> "grd-%03d,p%d@example.com,Rome\n".formatted(i, i))
                        .collect(Collectors.joining());
    }

    /** Case Y18. */
    @Test
    void asksBeforeItRemovesThreeOfTenProfiles() {
        only(100);
        imported(file(71), "mode=replace").body("status", equalTo("SUCCESSFUL")).body("removed", equalTo(29));
        only(100);
        imported(file(70), "mode=replace")
                .body("status", equalTo("FAILED"))
                .body("questions.confirm", equalTo(java.util.List.of("REMOVES_PROFILES")))
                .body("detail", containsString("30 of 100 profiles"))
                .body("detail", containsString("confirm=REMOVES_PROFILES"));
        as("admin").get("/profiles/grd-099").then().statusCode(200);
        imported(file(1), "mode=replace", ALL, "confirm=REMOVES_ADDRESSES").body("removed", equalTo(99));
    }

    /** They wait for nobody; all else does, what ends opt-outs included. */
    @Test
    void carriesOutOptOutsBeforeAnybodyAnswers() {
        only(100);
        imported("profileId,grd_out\ngrd-000,true\n", "optOut=grd_out").body("optedOut", equalTo(1));
        imported(
                        "profileId,grd_mail,grd_city,grd_out,grd_fresh\ngrd-000,p0@example.com,Rome,false,1\n"
                                + "grd-001,,Rome,true,1\ngrd-none,p2@example.com,Rome,true,1\n",
                        "mode=replace")
                .body("status", equalTo("FAILED"))
                .body("questions.confirm", hasItem("REMOVES_PROFILES"))
                .body("optedOut", equalTo(2))
                .body("detail", containsString("2 opt-outs of the file hold already"));
        as("admin").get("/profiles/grd-000").then().body("optedOut", equalTo(true));
        as("admin")
                .get("/profiles/grd-001")
                .then()
                .body("optedOut", equalTo(true))
                .body("attributes.grd_mail", equalTo("p1@example.com"));
        as("admin").get("/profiles/grd-002").then().body("optedOut", equalTo(true));
        as("admin").get("/profiles/grd-003").then().body("optedOut", equalTo(false));
        as("admin").get("/profiles/grd-none").then().statusCode(404);
        as("viewer").get("/profiles/fields").then().body("items.name", not(hasItem("grd_fresh")));
    }

    @Test
    void asksBeforeItTakesAwayAddressesOrAField() {
        only(100);
        String withoutMail = file(100).replaceAll("p\\d+@example.com", "");
        imported(withoutMail, "mode=replace")
                .body("status", equalTo("FAILED"))
                .body("questions.confirm", hasItems("REMOVES_ADDRESSES", "EMPTIES_FIELDS"));
        imported(withoutMail)
                .body("status", equalTo("FAILED"))
                .body("questions.confirm", hasItem("REMOVES_ADDRESSES"))
                .body("detail", containsString("grd_mail"));
        as("admin").get("/profiles/grd-050").then().body("attributes.grd_mail", equalTo("p50@example.com"));
        // Cells that were empty before take nothing away.
        imported("profileId,grd_new\n"
                        + file(100)
                                .lines()
                                .skip(1)
                                .map(line -> line.split(",")[0] + ",\n")
                                .collect(Collectors.joining()))
                .body("status", equalTo("SUCCESSFUL"));
        String withoutCity = "profileId,grd_mail\n"
                + file(100)
                        .lines()
                        .skip(1)
                        .map(line -> line.replace(",Rome", "") + "\n")
                        .collect(Collectors.joining());
        imported(withoutCity, "mode=replace")
                .body("status", equalTo("FAILED"))
                .body("questions.confirm", equalTo(java.util.List.of("EMPTIES_FIELDS")))
                .body("detail", containsString("\"grd_city\""));
        imported(withoutCity, "mode=replace", "confirm=EMPTIES_FIELDS").body("status", equalTo("SUCCESSFUL"));
    }

    /** Figures about very many profiles are those of some of them, and may be too low. */
    @Test
    void saysOfNoFieldThatItWouldBeEmptyWhichIsNot() {
        imported("profileId,grd_day\n"
                + IntStream.range(0, 40)
                        .mapToObj("grd-day-%d,2026-01-31\n"::formatted)
                        .collect(Collectors.joining()));
        SegmentDatabase.asOwner(
                "update field set filled = 20.0 / (select count(*) from profile), role = 'OPT_OUT' where name = 'grd_day'");
        String cleared = "profileId,grd_day\n"
                + IntStream.range(0, 30).mapToObj("grd-day-%d,\n"::formatted).collect(Collectors.joining());
        imported(cleared).body("status", equalTo("SUCCESSFUL"));
        SegmentDatabase.asOwner("update field set role = null where name = 'grd_day'");
    }

    /** Cells that are full and hold no addresses, or all the same one. */
    @Test
    void asksBeforeAddressesBecomeSomethingElse() {
        for (String cell : new String[] {"[redacted]", "x", "same@example.com", "none@nowhere"}) {
            String without = file(100).replaceAll("p\\d+@example.com", cell);
            for (String mode : new String[] {"mode=replace", "mode=upsert"}) {
                only(100);
                imported(without, mode)
                        .body("status", equalTo("FAILED"))
                        .body("questions.confirm", equalTo(java.util.List.of("REMOVES_ADDRESSES")))
                        .body("detail", containsString("different addresses in \"grd_mail\""));
                preview(without, mode).body("questions.confirm", equalTo(java.util.List.of("REMOVES_ADDRESSES")));
            }
            imported(without, "confirm=REMOVES_ADDRESSES").body("updated", equalTo(100));
        }
        only(100);
        imported(file(100).replace("@example.com", "@example.org"), "mode=replace")
                .body("status", equalTo("SUCCESSFUL"));
        imported(file(100)).body("status", equalTo("SUCCESSFUL"));
        imported(file(40).replaceAll("p\\d+@example.com", "[redacted]")).body("status", equalTo("SUCCESSFUL"));
    }

    /** As shops show addresses to who may not see them: all of them different ones. */
    @Test
    void asksBeforeAddressesAreHidden() {
        only(40);
        String masked = file(40).replaceAll(",p(\\d+)@", ",p$1***@");
        for (String mode : new String[] {"mode=replace", "mode=upsert"}) {
            imported(masked, mode).body("questions.confirm", equalTo(java.util.List.of("REMOVES_ADDRESSES")));
            preview(masked, mode).body("questions.confirm", equalTo(java.util.List.of("REMOVES_ADDRESSES")));
        }
        imported(masked, "confirm=REMOVES_ADDRESSES").body("updated", equalTo(40));
        as("viewer").get("/profiles/fields").then().body("items.find { it.name == 'grd_mail' }.email", equalTo(0f));
        only(20);
    }

    @Test
    void knowsWhetherAFileIsWhole() {
        only(20);
        String cut = file(20).substring(0, file(20).length() - ",Rome\n".length());
        refused(cut, "mode=replace").body("detail", containsString("middle of a line"));
        imported(cut).body("rejected", equalTo(1));
        refused(file(20), "expectedLines=21").body("detail", containsString("20 lines"));
        imported(file(20), "expectedLines=20").body("unchanged", equalTo(20));
    }

    @Test
    void asksWhetherALastCellIsWholeThatNothingEnds() {
        // A column of opt-outs is known, whichever test came first.
        imported("profileId,grd_out\ngrd-000,false\n", "optOut=grd_out");
        only(20);
        String cut = file(19).substring(0, file(19).length() - "me\n".length());
        imported(cut, "mode=replace")
                .body("status", equalTo("FAILED"))
                .body("questions.confirm", equalTo(java.util.List.of("MAY_BE_CUT")));
        preview(cut, "mode=replace").body("questions.confirm", equalTo(java.util.List.of("MAY_BE_CUT")));
        imported(cut, "mode=replace", "confirm=MAY_BE_CUT").body("updated", equalTo(1));
        // Whom it would remove is gone.
        imported(cut, "mode=replace").body("status", equalTo("SUCCESSFUL"));
        imported(cut)
                .body("status", equalTo("SUCCESSFUL"))
                .body("remarks.code", equalTo(java.util.List.of("MAY_BE_CUT")));
        imported(file(20), "mode=replace").body("status", equalTo("SUCCESSFUL")).body("remarks", hasSize(0));
    }

    @Test
    void showsWhatAnImportWouldDoAndChangesNothing() {
        only(20);
        int before =
                as("admin").queryParam("limit", 200).get("/profile-imports").path("items.size()");
        preview(
                        "profileId;grd_mail;grd_spent;grd_day\n"
                                + "grd-000;p0@example.com;1.234,50;31/12/2026\n"
                                + "grd-new;x@example.com;7,5;01/02/2026\n"
                                + ";;3;\n",
                        "mode=replace")
                .statusCode(200)
                .body("charset", equalTo("UTF-8"))
                .body("separator", equalTo(";"))
                .body("received", equalTo(3))
                .body("inserted", equalTo(1))
                .body("updated", equalTo(1))
                .body("removed", equalTo(19))
                .body("rejected", equalTo(1))
                .body("columns.find { it.field == 'grd_spent' }.type", equalTo("number"))
                .body("columns.find { it.field == 'grd_spent' }.newField", equalTo(true))
                .body("columns.find { it.field == 'grd_spent' }.samples[0]", equalTo(1234.50f))
                .body("columns.find { it.field == 'grd_day' }.samples", hasItem("2026-02-01"))
                .body("columns.find { it.field == 'grd_mail' }.newField", equalTo(false))
                .body("remarks.code", hasItem("NOTATION_TAKEN"))
                .body("rejections.reason", equalTo(java.util.List.of("MISSING_ID")))
                .body("questions.confirm", hasItems("REMOVES_PROFILES", "EMPTIES_FIELDS"));
        // A line of totals is seen among the values of the columns (C06).
        preview("Customers,,\nprofileId,grd_mail,grd_spent\ngrd-000,p0@example.com,5\nTotal,1,5\n", "skipLines=1")
                .body("columns.find { it.field == 'grd_mail' }.samples", hasItem("1"));
        as("admin").get("/profiles/grd-new").then().statusCode(404);
        as("viewer").get("/profiles/fields").then().body("items.name", not(hasItem("grd_spent")));
        as("admin").queryParam("limit", 200).get("/profile-imports").then().body("items", hasSize(before));
        preview("profileId,a\n", "locale=xx-nowhere").statusCode(422).body("errors[0].pointer", equalTo("locale"));
        preview("a,b\n1,2\n").statusCode(422).body("type", equalTo("urn:insights:problem:unusable-file"));
        // What is too much for one is too much for the other.
        preview("profileId\n" + "x".repeat(3_000_000) + "\n").statusCode(422);
    }

    @Test
    void refusesWhatParametersCannotMean() {
        for (String parameter : new String[] {
            "mode=merge",
            "separator=ab",
            "charset=klingon",
            "timeZone=Mars/Base",
            "types=a=colour",
            "types=a",
            "map=a",
            "confirm=YES",
            "skipLines=-1",
            "skipLines=x",
            "expectedLines=0",
            "expectedLines=x",
            "expectedLines=1.5",
            "null=true",
            "null=1",
            "null=YES",
            "null= sì ",
            "null=falso",
            "true=",
            "false= ",
            "idColumn= "
        }) {
            refused("profileId,a\n1,2\n", parameter)
                    .body("type", equalTo("urn:insights:problem:validation-failed"))
                    .body("errors[0].pointer", equalTo(parameter.split("=")[0]));
        }
    }

    /** Case C31. */
    @Test
    void takesFilesByTheNamesThatProgramsGiveThem() {
        for (String type : new String[] {
            "text/csv; header=present; charset=\"utf-8\"",
            "TEXT/CSV;charset=UTF8",
            "application/vnd.ms-excel",
            "text/plain"
        }) {
            finished(
                            "platform",
                            as("platform")
                                    .contentType(type)
                                    .body("profileId,grd_x\ngrd-t,1\n".getBytes())
                                    .post("/profile-imports"))
                    .body("received", equalTo(1));
        }
        finished(
                        "platform",
                        as("platform")
                                .contentType("text/tab-separated-values")
                                .body("profileId\tgrd_y\ngrd-t\ta,b,c\n".getBytes())
                                .post("/profile-imports"))
                .body("separator", equalTo("\t"));
        for (String type :
                new String[] {"application/json", "application/octet-stream", "multipart/form-data; boundary=x"}) {
            as("platform")
                    .contentType(type)
                    .body("profileId\n1\n".getBytes())
                    .post("/profile-imports")
                    .then()
                    .statusCode(415);
        }
    }

    /** As browsers and programs call the file that people have. */
    @Test
    void saysOfAWorkbookThatItIsOne() {
        for (String type : new String[] {
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.ms-excel.sheet.macroEnabled.12",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/x-msexcel"
        }) {
            sent(type, "PK")
                    .statusCode(415)
                    .body("detail", containsString("workbook"))
                    .body("detail", containsString("CSV UTF-8"));
        }
        sent("application/vnd.ms-excel", "PK\u0003\u0004").statusCode(422).body("detail", containsString("workbook"));
        for (String type : new String[] {"multipart/form-data; boundary=x", "multipart/mixed; boundary=x"}) {
            sent(type, "a=b").statusCode(415).body("detail", containsString("not a form"));
        }
        sent("application/octet-stream", "PK").statusCode(415).body("detail", containsString("text/csv"));
        for (String boundary : new String[] {
            "------WebKitFormBoundary7MA4YWxkTrZu0gW",
            "--------------------------d74496d66958873e",
            "-----------------------------9051914041544843365972754266"
        }) {
            sent("text/csv", boundary + "\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nprofileId\r\n1\r\n")
                    .statusCode(422)
                    .body("detail", containsString("is a form"));
        }
    }

    private static ValidatableResponse sent(String type, String body) {
        return as("platform")
                .contentType(type)
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/profile-imports")
                .then();
    }

    @Test
    void knowsTheCharsetOfMacsByItsRegisteredName() {
        as("platform")
                .contentType("text/csv")
                .queryParam("charset", "macintosh")
                .body("profileId,grd_name\ngrd-m,José\n".getBytes(java.nio.charset.Charset.forName("x-MacRoman")))
                .post("/profile-imports/preview")
                .then()
                .statusCode(200)
                .body("charset", equalTo("x-MacRoman"))
                .body("columns.find { it.field == 'grd_name' }.samples", hasItem("José"));
    }

    /** Case C37. */
    @Test
    void listsRejectionsAsCsvThatNoSpreadsheetTakesForFormulas() {
        String id = imported("profileId,grd_n\ngrd-1,1\n", "types=grd_n=number")
                .extract()
                .path("id");
        id = imported("profileId,grd_n\ngrd-1,=1+1\n,2\n")
                .body("rejectedValues", equalTo(1))
                .extract()
                .path("id");
        String csv = as("admin")
                .get("/profile-imports/" + id + "/rejections.csv")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .extract()
                .asString();
        org.assertj.core.api.Assertions.assertThat(csv)
                .startsWith("\uFEFF\"line\",\"field\",\"reason\",\"detail\"")
                .contains("\"2\",\"grd_n\",\"WRONG_TYPE\"")
                .contains("\"3\",,\"MISSING_ID\"");
        String next = as("admin")
                .queryParam("limit", 1)
                .get("/profile-imports/" + id + "/rejections")
                .path("next");
        as("admin").urlEncodingEnabled(false).get(next).then().body("items.line", equalTo(java.util.List.of(3)));
    }

    private static ValidatableResponse refused(String csv, String... parameters) {
        return send("/profile-imports", csv, parameters).statusCode(422);
    }

    private static ValidatableResponse preview(String csv, String... parameters) {
        return send("/profile-imports/preview", csv, parameters);
    }

    private static ValidatableResponse send(String path, String csv, String... parameters) {
        var request = as("platform").contentType("text/csv; charset=utf-8").body(csv);
        for (String parameter : parameters) {
            String[] pair = parameter.split("=", 2);
            request.queryParam(pair[0], pair[1]);
        }
        return request.post(path).then();
    }
}
