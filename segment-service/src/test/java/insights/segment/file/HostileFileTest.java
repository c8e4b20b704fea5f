package insights.segment.file;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.finished;
import static insights.segment.SegmentService.imported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import insights.common.testing.OidcResource;
import insights.common.testing.Tokens;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Files that nobody wrote with an import in mind. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
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
    void takesNoPostalCodeForANumberHoweverLateItComes() {
        StringBuilder csv = new StringBuilder("profileId,hos_number\n");
        IntStream.range(0, 1_000).forEach(i -> csv.append("hos-n%04d,%d\n".formatted(i, i)));
        csv.append("hos-code,00123\nhos-plus,+39055123456\nhos-decimal,-0.5\n");
        imported(csv.toString()).body("inserted", equalTo(1_003)).body("rejectedValues", equalTo(0));
        profile("hos-code").body("attributes.hos_number", equalTo("00123"));
        profile("hos-plus").body("attributes.hos_number", equalTo("+39055123456"));
        profile("hos-n0007").body("attributes.hos_number", equalTo("7"));
    }

    @Test
    void refusesAFileThatDoesNotSayWhatItIs() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/profile-imports"))
                .header("Authorization", "Bearer " + Tokens.token("admin"))
                .POST(HttpRequest.BodyPublishers.ofString("profileId\nhos-16\n"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(answer.body()).contains("urn:insights:problem:unsupported-media-type");
        }
    }

    @Test
    void rejectsALineInWhichTwoNamesFillOneField() {
        String id = finished(
                        "admin",
                        as("admin")
                                .contentType("application/x-ndjson")
                                .queryParam("map", "hos_mail=hos_email")
                                .body("""
                                    {"profileId":"hos-17","hos_mail":"a@example.com"}
                                    {"profileId":"hos-18","hos_mail":"a@example.com","hos_email":"b@example.com"}
                                    {"profileId":"hos-19","hos_email":"b@example.com"}
                                    """)
                                .post("/profile-imports"))
                .body("inserted", equalTo(2))
                .extract()
                .path("id");
        as("admin")
                .get("/profile-imports/" + id + "/rejections")
                .then()
                .body("items.reason", contains("INVALID_FIELD"));
    }

    @Test
    void readsCompressedFilesOneAfterTheOtherAndNothingElseAfterThem() throws IOException {
        byte[] first = gzip("profileId,hos_z\nhos-20,a\n");
        byte[] second = gzip("hos-21,b\n");
        finished("admin", send(joined(first, second), "gzip")).body("inserted", equalTo(2));
        send(joined(first, Arrays.copyOf(second, 5)), "gzip")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:insights:problem:import-interrupted"));
        for (byte[] after :
                List.of(new byte[] {'x'}, new byte[4], "hos-22,c\n".repeat(10).getBytes(StandardCharsets.UTF_8))) {
            send(joined(first, after), "gzip")
                    .then()
                    .statusCode(422)
                    .body("detail", containsString("after the end of the compressed file"));
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
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
    void leavesOutWhatCannotBeStored() {
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
            """)
                .body("inserted", equalTo(6))
                .body("rejected", equalTo(3))
                .body("rejectedValues", equalTo(4))
                .extract()
                .path("id");
        as("admin")
                .get("/profile-imports/" + id + "/rejections")
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
