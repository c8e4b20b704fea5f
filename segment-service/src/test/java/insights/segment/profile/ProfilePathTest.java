package insights.segment.profile;

import static insights.segment.SegmentService.as;
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
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each id that can be imported can be read and erased by its path, and each path means one profile or none. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class ProfilePathTest {

    private static final List<String> AWKWARD = List.of(
            "ACME/123",
            "ACME%2F123",
            "a;b=c",
            "a",
            "a?b",
            "a#b",
            "a+b",
            "a b",
            "%",
            "x\"y",
            "à",
            "ｱ",
            "😀",
            "\\",
            "ann@example.com",
            "...",
            "fields;",
            "opt-out",
            "a/opt-out",
            "fields/a");

    /** Case O01. */
    @Test
    void leadsToEachAwkwardIdAndNoOther() throws IOException {
        StringBuilder csv = new StringBuilder("profileId,path_awkward\n");
        AWKWARD.forEach(id -> csv.append('"').append(id.replace("\"", "\"\"")).append("\",1\n"));
        imported(csv.toString()).body("rejected", equalTo(0));
        for (String id : AWKWARD) {
            assertThat(status("GET", encoded(id))).as(id).isEqualTo(200);
            assertThat(status("DELETE", encoded(id))).as(id).isEqualTo(204);
            assertThat(status("GET", encoded(id))).as(id).isEqualTo(404);
            List<String> rest = AWKWARD.subList(AWKWARD.indexOf(id) + 1, AWKWARD.size());
            for (String other : rest) {
                assertThat(status("GET", encoded(other)))
                        .as(other + " after " + id)
                        .isEqualTo(200);
            }
        }
    }

    /** Cases O01, D01. */
    @Test
    void takesASemicolonForPartOfTheId() throws IOException {
        imported("profileId,path_semicolon\npath-9,1\n\"path-9;2\",1\n");
        assertThat(status("DELETE", "path-9;3")).isEqualTo(204);
        assertThat(status("GET", "path-9")).isEqualTo(200);
        assertThat(status("DELETE", "path-9;2")).isEqualTo(204);
        assertThat(status("GET", "path-9")).isEqualTo(200);
        assertThat(status("GET", "path-9;2")).isEqualTo(404);
        assertThat(status("GET", "fields;x")).isEqualTo(404);
        assertThat(status("PUT", "path-9;2/opt-out")).isEqualTo(422);
        assertThat(as("viewer")
                        .urlEncodingEnabled(false)
                        .get("/segments/00000000-0000-7000-8000-000000000000;x")
                        .statusCode())
                .isEqualTo(404);
    }

    /** Cases O01, D09. */
    @ParameterizedTest
    @CsvSource({
        "path-one/",
        "/path-one",
        "./path-one",
        "x/../path-one",
        "%2e/path-one",
        "x/%2E%2E/path-one",
        "..;x/path-one/",
        "path-one%FF",
        "path-one%C3",
        "path-one%20",
        "%EF%BB%BFpath-one",
        "path%E2%80%8B-one",
        "..",
        "%2E%2E",
        "."
    })
    void refusesWhatIsNoIdRatherThanTakingAnother(String path) throws IOException {
        imported("profileId,path_one\npath-one,1\n");
        assertThat(status("DELETE", path)).isEqualTo(400);
        assertThat(status("GET", path)).isEqualTo(400);
        assertThat(status("GET", "path-one")).isEqualTo(200);
    }

    /** Case C02. */
    @Test
    void findsByWhatAnybodyWouldWriteWhatAFileHasWithInvisibleCharacters() {
        imported("profileId,path_seen\n\uFEFFpath-bom,1\n\u00a0path-nbsp\u200b,1\nCafe\u0301-path,1\n");
        as("admin").get("/profiles/path-bom").then().statusCode(200);
        as("admin").get("/profiles/path-nbsp").then().statusCode(200);
        as("admin").get("/profiles/{id}", "Caf\u00e9-path").then().statusCode(200);
        as("admin")
                .get("/profiles/{id}", "Cafe\u0301-path")
                .then()
                .statusCode(400)
                .body("detail", containsString("NFC"));
    }

    /** Cases C20, O01. */
    @Test
    void rejectsIdsThatNobodyCouldFindOrTellApart() {
        String id = imported("""
                profileId,path_odd
                .,1
                ..,1
                fields,1
                1.23E+15,1
                "1,23E+15",1
                1e+3,1
                path\u00adhyphen,1
                path\u202erlo,1
                path\u00a0nbsp,1
                path-good,1
                12E3,1
                """).body("rejected", equalTo(9)).extract().path("id");
        as("admin")
                .get("/profile-imports/" + id + "/rejections")
                .then()
                .body("items.reason.unique()", contains("INVALID_ID"))
                .body("items[3].detail", containsString("scientific"));
        as("admin").get("/profiles/12E3").then().statusCode(200);
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Sent as it is: HTTP clients tidy paths up. */
    private static int status(String method, String path) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write((method + " /profiles/" + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Content-Length: 0\r\nAuthorization: Bearer " + Tokens.token("admin")
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }
}
