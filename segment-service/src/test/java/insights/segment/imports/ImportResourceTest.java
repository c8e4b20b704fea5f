package insights.segment.imports;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.finished;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.lines;
import static insights.segment.SegmentService.members;
import static insights.segment.SegmentService.refreshed;
import static insights.segment.SegmentService.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class ImportResourceTest {

    /** Other tests leave profiles behind, and all of them would go. */
    private static final String[] REPLACE = {
        "mode=replace", "confirm=REMOVES_PROFILES", "confirm=REMOVES_ADDRESSES", "confirm=EMPTIES_FIELDS"
    };

    @Test
    void listsRejectionsByLineOfTheFileAndReason() {
        String location = imported("""
            customer_id,imp_note,imp_size
            rej-1,"one
            two",1
            ,no id,2
            rej-3,short
            rej-4,first,4
            rej-4,second,5
            rej-\7,control,6
            """.translateEscapes(), "idColumn=customer_id")
                .body("status", equalTo("SUCCESSFUL"))
                .body("received", equalTo(6))
                .body("inserted", equalTo(2))
                .body("rejected", equalTo(4))
                .extract()
                .path("id");
        as("admin")
                .get("/profile-imports/" + location + "/rejections")
                .then()
                .body("items.line", equalTo(java.util.List.of(4, 5, 6, 8)))
                .body(
                        "items.reason",
                        equalTo(java.util.List.of("MISSING_ID", "WRONG_COLUMN_COUNT", "DUPLICATE_ID", "INVALID_ID")));
        as("admin")
                .get("/profile-imports/" + location + "/rejections?reason=MISSING_ID&reason=INVALID_ID")
                .then()
                .body("items.line", equalTo(java.util.List.of(4, 8)));
        profile("rej-1").body("attributes.imp_note", equalTo("one\ntwo"));
        profile("rej-4").body("attributes.imp_note", equalTo("second"));
    }

    @Test
    void keepsTheTypeOfAFieldAndRejectsWhatDoesNotFit() {
        imported("profileId,imp_points\ntyp-1,10\ntyp-2,20\n").body("rejected", equalTo(0));
        imported("profileId,imp_points\ntyp-1,many\ntyp-3,30\n")
                .body("rejected", equalTo(0))
                .body("rejectedValues", equalTo(1))
                .body("inserted", equalTo(1));
        profile("typ-1").body("attributes.imp_points", equalTo(10));
    }

    @Test
    void widensAFieldToTextWhenTold() {
        imported("profileId,imp_code\nwid-1,10\n");
        imported("profileId,imp_code\nwid-2,20\nwid-3,A1\n", "widen=true").body("rejected", equalTo(0));
        profile("wid-1").body("attributes.imp_code", equalTo("10"));
        profile("wid-2").body("attributes.imp_code", equalTo("20"));
        as("viewer")
                .get("/profiles/fields")
                .then()
                .body("items.find { it.name == 'imp_code' }.type", equalTo("string"));
    }

    @Test
    void refusesToWidenAFieldThatASegmentNeedsAsItIs() {
        imported("profileId,imp_rank\nran-1,10\n");
        String id = segment("Imports by rank", "{\"field\":\"imp_rank\",\"op\":\"gt\",\"value\":5}");
        imported("profileId,imp_rank\nran-1,high\n", "widen=true")
                .body("status", equalTo("FAILED"))
                .body("detail", containsString(id));
        profile("ran-1").body("attributes.imp_rank", equalTo(10));
        as("contributor")
                .header("If-Match", "*")
                .delete("/segments/" + id)
                .then()
                .statusCode(204);
    }

    /** Case Y17. */
    @Test
    void countsWhatChangedAndKeepsAttributesThatAreNotInTheFile() {
        imported("profileId,imp_a,imp_b\nups-1,x,1\nups-2,y,2\nups-3,z,3\n").body("inserted", equalTo(3));
        imported("profileId,imp_a\nups-1,x\nups-2,changed\nups-3,\nups-4,new\n")
                .body("inserted", equalTo(1))
                .body("updated", equalTo(2))
                .body("unchanged", equalTo(1));
        // Only replace removes those who are not in the file.
        imported("profileId,imp_a\nups-4,new\n").body("removed", equalTo(0)).body("unchanged", equalTo(1));
        profile("ups-2").body("attributes.imp_a", equalTo("changed")).body("attributes.imp_b", equalTo(2));
        profile("ups-3").body("attributes.imp_a", nullValue()).body("attributes.imp_b", equalTo(3));
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 3, 4, 5", "4, 1, 5, 3, 2"})
    void leavesAloneWhatIsThereAlreadyInWhicheverOrderTheLinesCome(int a, int b, int c, int d, int e) {
        String run = "ord" + a;
        String[] before = {"", "1,IT,1", "2,ES,2", "3,FR,", "4,DE,4", null};
        String[] after = {"", "1.0,IT,1", "2,ES,", "3,FR,", "4,EN,4", "5,PT,5"};
        imported(file(run, before, a, b, c, d, e)).body("inserted", equalTo(4));
        imported(file(run, after, a, b, c, d, e))
                .body("inserted", equalTo(1))
                .body("updated", equalTo(2))
                .body("unchanged", equalTo(2));
        profile(run + "-2").body("attributes", not(hasKey("imp_stars")));
        profile(run + "-4").body("attributes.imp_land", equalTo("EN"));
        profile(run + "-5").body("attributes.imp_stars", equalTo(5));
    }

    private static String file(String run, String[] lines, int... order) {
        return Arrays.stream(order)
                .filter(line -> lines[line] != null)
                .mapToObj(line -> run + "-" + line + "," + lines[line] + "\n")
                .collect(Collectors.joining("", "profileId,imp_weight,imp_land,imp_stars\n", ""));
    }

    @Test
    void readsWhatSpreadsheetsWrite() {
        byte[] windows = "profileId;imp_name;imp_price;imp_day\r\nwin-1;Zoë;1.234,50;31/01/2026\r\n"
                .getBytes(Charset.forName("windows-1252"));
        done(as("admin")
                .contentType("text/csv")
                .queryParam("locale", "it")
                .body(windows)
                .post("/profile-imports"));
        profile("win-1")
                .body("attributes.imp_name", equalTo("Zoë"))
                .body("attributes.imp_price", equalTo(1234.50f))
                .body("attributes.imp_day", equalTo("2026-01-31"));

        byte[] utf8 = "\uFEFFprofileId\timp_name\nwin-2\tŁukasz\n".getBytes(StandardCharsets.UTF_8);
        done(as("admin").contentType("text/csv").body(utf8).post("/profile-imports"));
        profile("win-2").body("attributes.imp_name", equalTo("Łukasz"));

        byte[] utf16 = "profileId\timp_name\nwin-3\tΑθήνα\n".getBytes(StandardCharsets.UTF_16);
        done(as("admin").contentType("text/csv").body(utf16).post("/profile-imports"));
        profile("win-3").body("attributes.imp_name", equalTo("Αθήνα"));
    }

    @Test
    void mapsColumnsToFieldsAndLeavesSomeOut() {
        imported(
                "Cliente,E-mail,Interno\nmap-1,a@example.com,x\n",
                "idColumn=Cliente",
                "map=E-mail=email",
                "map=Interno=");
        profile("map-1").body("attributes", equalTo(java.util.Map.of("email", "a@example.com")));
    }

    @Test
    void readsCompressedNdjsonLineByLine() throws IOException {
        String lines = """
            {"profileId":"nd-1","imp_city":"Roma","imp_visits":3,"imp_vip":true,"imp_none":null}
            not json
            {"profileId":"nd-2","imp_city":{"no":"objects"}}
            {"profileId":"nd-3","imp_city":"Bari","imp_visits":1.50}
            """;
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        Response answer = as("platform")
                .contentType("application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .body(gzip.toByteArray())
                .post("/profile-imports");
        String id = finished("platform", answer)
                .body("inserted", equalTo(3))
                .body("rejected", equalTo(1))
                .body("rejectedValues", equalTo(1))
                .extract()
                .path("id");
        as("platform")
                .get("/profile-imports/" + id + "/rejections")
                .then()
                .body("items.line", equalTo(java.util.List.of(2, 3)))
                .body("items[1].field", equalTo("imp_city"))
                .body("items.reason", equalTo(java.util.List.of("UNREADABLE_LINE", "NOT_FLAT")))
                .body(not(containsString("objects\"}")));
        profile("nd-1").body("attributes.imp_vip", equalTo(true)).body("attributes.imp_none", nullValue());
    }

    /** Case C13. */
    @Test
    void keepsProfilesWhoseLinesWereRejectedWhenItReplacesTheOthers() {
        imported("profileId,imp_kept\nkept-1,1\nkept-2,2\nkept-3,3\nkept-4,4\n");
        imported("profileId,imp_kept\nkept-1,one\nkept-2,2,2\nkept-3,30\n", REPLACE)
                .body("rejected", equalTo(1))
                .body("rejectedValues", equalTo(1))
                .body("updated", equalTo(1));
        profile("kept-1").body("attributes.imp_kept", equalTo(1));
        profile("kept-2").body("attributes.imp_kept", equalTo(2));
        profile("kept-3").body("attributes.imp_kept", equalTo(30));
        as("admin").get("/profiles/kept-4").then().statusCode(404);

        Response ndjson = as("platform")
                .contentType("application/x-ndjson")
                .queryParam("mode", "replace")
                .queryParam("confirm", "REMOVES_PROFILES", "REMOVES_ADDRESSES", "EMPTIES_FIELDS")
                .body("""
                    {"profileId":"kept-1","imp_kept":{"not":"flat"}}
                    {"imp_kept":2,"imp,kept":2,"profileId":"kept-2"}
                    {"profileId":"kept-5","imp_kept":5}
                    """)
                .post("/profile-imports");
        finished("platform", ndjson)
                .body("rejected", equalTo(0))
                .body("rejectedValues", equalTo(1))
                .body("inserted", equalTo(1));
        profile("kept-1").body("attributes.imp_kept", equalTo(1));
        profile("kept-2").body("attributes.imp_kept", equalTo(2));
        as("admin").get("/profiles/kept-3").then().statusCode(404);
    }

    /** Case C32. */
    @Test
    void replacesEverythingOrNothing() {
        imported("profileId,imp_a\nrep-1,x\n");
        imported("profileId,imp_a\n").body("status", equalTo("SUCCESSFUL")).body("received", equalTo(0));
        imported("profileId,imp_a\n", REPLACE)
                .body("status", equalTo("FAILED"))
                .body("detail", containsString("remove every profile"));
        imported("profileId,imp_a\n,x\n", REPLACE)
                .body("status", equalTo("FAILED"))
                .body("detail", containsString("remove every profile"));
        profile("rep-1").body("attributes.imp_a", equalTo("x"));
    }

    @Test
    void replacesAllProfilesByThoseInTheFile() {
        imported("profileId,imp_whole,imp_more\nall-1,a,1\nall-2,b,2\nall-3,c,3\n");
        String segment = segment("Imports replaced", "{\"field\":\"imp_whole\",\"op\":\"exists\"}");
        refreshed();
        imported("profileId,imp_whole\nall-1,a\nall-2,changed\nall-4,new\n", REPLACE)
                .body("status", equalTo("SUCCESSFUL"))
                .body("inserted", equalTo(1))
                .body("updated", equalTo(2))
                .body("removed", greaterThanOrEqualTo(1));
        as("admin").get("/profiles/all-3").then().statusCode(404);
        profile("all-1").body("attributes", equalTo(java.util.Map.of("imp_whole", "a")));
        assertThat(lines(members(segment, "imp_whole", "")))
                .extracting(line -> line.get("profileId"))
                .containsExactly("all-1", "all-2");
        refreshed()
                .body("segments.find { it.id == '" + segment + "' }.size", equalTo(3))
                .body("segments.find { it.id == '" + segment + "' }.joined", equalTo(1));
    }

    @Test
    void refusesFilesThatCannotBeImportedAndSaysWhy() {
        for (String mode : List.of("upsert", "replace")) {
            for (String nothing : List.of("", "\uFEFF", "\r\n\r\n\r\n")) {
                unusable(nothing, "empty", "mode", mode);
            }
        }
        unusable("a,b\n1,2\n", "profileId");
        unusable("profileId,b,b\n1,2,3\n", "both called");
        as("platform")
                .contentType("text/csv")
                .header("Content-Encoding", "gzip")
                .body("profileId\n")
                .post("/profile-imports")
                .then()
                .statusCode(422)
                .body("detail", containsString("gzip"));
        for (String encoding : List.of("br", "", "gzip, gzip")) {
            as("platform")
                    .contentType("text/csv")
                    .header("Content-Encoding", encoding)
                    .body("profileId\n")
                    .post("/profile-imports")
                    .then()
                    .statusCode(415);
        }
        as("platform")
                .contentType("text/csv")
                .queryParam("locale", "xx-nowhere")
                .body("profileId\n")
                .post("/profile-imports")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("locale"));
        as("platform")
                .contentType("text/csv; charset=utf-8")
                .body("profileId,imp_x\n1,\u00e9".getBytes(StandardCharsets.ISO_8859_1))
                .post("/profile-imports")
                .then()
                .statusCode(422)
                .body("detail", containsString("UTF-8"));
    }

    @Test
    void answersARepeatedRequestWithTheSameImport() {
        String first = withKey("imp-key", "profileId\nkey-1\n");
        assertThat(withKey("imp-key", "profileId\nkey-1\n")).isEqualTo(first);
        send("imp-key", "profileId\nkey-2\n")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:insights:problem:idempotency-key-reused"))
                .body("errors[0].pointer", equalTo("Idempotency-Key"));
        as("admin").get("/profiles/key-2").then().statusCode(404);
        as("platform")
                .contentType("text/csv")
                .header("Idempotency-Key", "imp-key")
                .queryParam("mode", "replace")
                .body("profileId\nkey-1\n")
                .post("/profile-imports")
                .then()
                .statusCode(422);
    }

    @Test
    void tellsWhatIsInAField() {
        imported("profileId,imp_mail\nfld-1,a@example.com\nfld-2,b@example.org\nfld-3,nobody\nfld-4,a@example.com\n");
        as("contributor")
                .get("/profiles/fields")
                .then()
                .body("items.find { it.name == 'imp_mail' }.distinctEstimate", equalTo(3))
                .body("items.find { it.name == 'imp_mail' }.email", equalTo(0.75f));
    }

    @Test
    void listsImportsTheLatestFirst() {
        String id = imported("profileId\nlst-1\n").extract().path("id");
        as("admin")
                .queryParam("limit", 1)
                .get("/profile-imports")
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id))
                .body("next", containsString("after="));
    }

    private static String withKey(String key, String csv) {
        Response answer = send(key, csv);
        finished("platform", answer);
        return answer.header("Location");
    }

    private static Response send(String key, String csv) {
        return as("platform")
                .contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(csv)
                .post("/profile-imports");
    }

    private static void done(Response accepted) {
        finished("admin", accepted).body("status", equalTo("SUCCESSFUL")).body("rejected", equalTo(0));
    }

    private static void unusable(String csv, String detail, Object... parameter) {
        var request = as("platform").contentType("text/csv; charset=utf-8");
        if (parameter.length > 0) {
            request.queryParam((String) parameter[0], parameter[1]);
        }
        request.body(csv)
                .post("/profile-imports")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:insights:problem:unusable-file"))
                .body("detail", containsString(detail));
    }

    private static io.restassured.response.ValidatableResponse profile(String id) {
        return as("admin").get("/profiles/" + id).then().statusCode(200);
    }
}
