package insights.segment.imports;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.finished;
import static insights.segment.SegmentService.imported;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import insights.common.testing.OidcResource;
import insights.common.testing.PostgresResource;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Files that nobody wrote with an import in mind. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class HostileFileTest {

    @Test
    void takesAFileThatHasOnlyAHeader() {
        imported("profileId,hos_a\n").body("status", equalTo("SUCCESSFUL")).body("received", equalTo(0));
    }

    @Test
    void leavesPostalCodesAndTelephoneNumbersAsTheyAre() {
        imported("profileId,hos_zip,hos_phone,hos_card\nhos-1,00123,+39055123456,4111111111111111111\n");
        profile("hos-1")
                .body("attributes.hos_zip", equalTo("00123"))
                .body("attributes.hos_phone", equalTo("+39055123456"))
                .body("attributes.hos_card", equalTo("4111111111111111111"));
    }

    @Test
    void takesIdsAndTextsOfAllKinds() {
        String text = "l".repeat(100_000);
        imported("profileId,hos_text\n\"a/b c?%2F\",\"😀 \"\"x\"\" \\n\"\nhos-long," + text + "\n")
                .body("inserted", equalTo(2));
        as("admin")
                .urlEncodingEnabled(false)
                .get("/profiles/a%2Fb%20c%3F%252F")
                .then()
                .statusCode(200)
                .body("attributes.hos_text", equalTo("😀 \"x\" \\n"));
        profile("hos-long").body("attributes.hos_text", equalTo(text));
    }

    @Test
    void rejectsLinesWithWhatCannotBeStored() {
        String id = ndjson("""
                        {"profileId":"hos-2","hos_n":-0,"hos_s":"a"}
                        {"profileId":"hos-3","hos_n":1e400}
                        {"profileId":"hos-4","hos_s":"\\u0000"}
                        {"profileId":"hos-5","hos_s":"\\ud800"}
                        {"profileId":"hos-6","hos_s":"x","hos_s":"y"}
                        {"profileId":"hos-7","hos_s":["x"]}
                        ["hos-8"]
                        {"profileId":"hos-9"} {"profileId":"hos-10"}
                        {"profileId":11,"hos_n":2.50}
                        """).body("inserted", equalTo(2)).extract().path("id");
        as("admin")
                .get("/profile-imports/" + id + "/rejects")
                .then()
                .body(
                        "items.reason",
                        contains(
                                "WRONG_TYPE",
                                "INVALID_TEXT",
                                "INVALID_TEXT",
                                "UNREADABLE_LINE",
                                "NOT_FLAT",
                                "UNREADABLE_LINE",
                                "UNREADABLE_LINE"));
        profile("hos-2").body("attributes.hos_n", equalTo(0));
        profile("11").body("attributes.hos_n", equalTo(2.5f));
    }

    @Test
    void refusesAFileWhoseQuoteIsNeverClosed() {
        send("profileId,hos_q\nhos-12,\"open\nhos-13,x\n".getBytes(StandardCharsets.UTF_8), "identity")
                .then()
                .statusCode(422)
                .body("detail", containsString("quote"));
        as("admin").get("/profiles/hos-12").then().statusCode(404);
    }

    @Test
    void refusesWhatGzipLostOrBlewUp() throws IOException {
        byte[] whole = gzip("profileId,hos_z\n" + "hos-14,some text that is long enough\n".repeat(1_000));
        send(Arrays.copyOf(whole, whole.length - 12), "gzip")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:insights:problem:import-interrupted"));
        byte[] bomb = gzip("profileId,hos_z\nhos-15," + "0".repeat(64 * 1024 * 1024));
        send(bomb, "gzip").then().statusCode(422).body("type", equalTo("urn:insights:problem:unusable-file"));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Response send(byte[] body, String encoding) {
        return as("admin")
                .contentType("text/csv")
                .header("Content-Encoding", encoding)
                .body(body)
                .post("/profile-imports");
    }

    private static ValidatableResponse ndjson(String lines) {
        return finished(
                "admin",
                as("admin").contentType("application/x-ndjson").body(lines).post("/profile-imports"));
    }

    private static ValidatableResponse profile(String id) {
        return as("admin").get("/profiles/" + id).then().statusCode(200);
    }
}
