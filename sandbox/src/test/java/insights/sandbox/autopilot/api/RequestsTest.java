package insights.sandbox.autopilot.api;

import static org.assertj.core.api.Assertions.assertThat;

import insights.sandbox.testing.Http;
import insights.sandbox.testing.Response;
import insights.sandbox.testing.Sandbox;
import insights.sandbox.testing.SandboxResource;
import insights.sandbox.testing.TestAccount;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How requests may be written, and what becomes of those that are not for Autopilot's API. */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class RequestsTest {

    private static final String CONTACT = "{\"contact\":{\"Email\":\"ana@example.com\"}}";

    private final TestAccount account = Sandbox.account();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/contact/ana+tag@example.com",
                "/contact/ana%2Btag%40example.com",
                "/contact/ana%2btag@example.com",
                "/contact/ANA+TAG@EXAMPLE.COM",
                "/contact/ana+tag@example.com/",
                "/contact/ana+tag@example.com?limit=5",
                "//contact/ana+tag@example.com"
            })
    void findsAContactHoweverItsEmailIsWrittenInThePath(String path) {
        account.contact("ana+tag@example.com");

        assertThat(account.sendRaw("GET", path, "")).startsWith("HTTP/1.1 200 ").contains("ana+tag@example.com");
    }

    @Test
    void tellsAPlusFromASpaceAndASlashFromAnEncodedOne() {
        account.contact("ana@example.com");
        account.contact("a/b@example.com");

        assertThat(account.sendRaw("GET", "/contact/+ana@example.com", "")).startsWith("HTTP/1.1 404 ");
        assertThat(account.sendRaw("GET", "/contact/a%2Fb@example.com", "")).startsWith("HTTP/1.1 200 ");
        assertThat(account.sendRaw("GET", "/contact/a/b@example.com", "")).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void findsAContactWithTheOddestEmailThereMayBe() {
        account.contact("!#$&'*+=^_`{|}~-.1@example.com");

        assertThat(account.sendRaw("GET", "/contact/!%23$&'*+=^_`{|}~-.1@example.com", ""))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contact/ana%", "/contact/ana%2", "/contact/ana%zz"})
    void refusesAPathThatCannotBeDecoded(String path) {
        assertThat(account.sendRaw("GET", path, ""))
                .startsWith("HTTP/1.1 400 ")
                .endsWith("{\"error\":\"Bad Request\",\"message\":\"Invalid contact_id_or_email value provided.\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/x-www-form-urlencoded",
                "text/plain",
                ""
            })
    void readsABodyWhateverItsContentType(String contentType) {
        Map<String, String> headers = contentType.isEmpty()
                ? Map.of("autopilotapikey", account.key())
                : Map.of("autopilotapikey", account.key(), "Content-Type", contentType);

        assertThat(Http.send(Sandbox.apiPort(), "POST", "/v1/contact", headers, CONTACT)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void readsChunkedBodiesAndThoseAnnouncedBefore() {
        String head = "POST /v1/contact HTTP/1.1\r\nHost: sandbox\r\nAutopilotApiKey: " + account.key()
                + "\r\nConnection: close\r\n";
        String chunks = Integer.toHexString(CONTACT.length()) + "\r\n" + CONTACT + "\r\n0\r\n\r\n";
        String expecting = "Expect: 100-continue\r\nContent-Length: " + CONTACT.length() + "\r\n\r\n" + CONTACT;

        assertThat(Http.sendRaw(Sandbox.apiPort(), head + "Transfer-Encoding: chunked\r\n\r\n" + chunks))
                .startsWith("HTTP/1.1 200 ");
        assertThat(Http.sendRaw(Sandbox.apiPort(), head + expecting))
                .startsWith("HTTP/1.1 100 Continue")
                .contains("HTTP/1.1 200 ");
    }

    @Test
    void refusesABodyThatIsEncodedTwice() {
        Response response = account.post("/contact", "\"{\\\"contact\\\":{\\\"Email\\\":\\\"ana@example.com\\\"}}\"");

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text("error")).isEqualTo("Bad Request");
    }

    @Test
    void takesTwoMegabytesAndRefusesElevenInAutopilotsWords() {
        String contact = "{\"contact\":{\"Email\":\"ana@example.com\",\"Notes\":\"%s\"}}";
        assertThat(account.post("/contact", contact.formatted("x".repeat(2_000_000)))
                        .status())
                .isEqualTo(200);

        Response response = account.post("/contact", contact.formatted("y".repeat(11_000_000)));

        assertThat(response.status()).isEqualTo(413);
        assertThat(response.text("error")).isEqualTo("Request Entity Too Large");
        assertThat(account.read("ana@example.com").path("Notes").asText()).startsWith("xx");
        assertThat(account.count("POST", "/contact", 413)).isOne();
    }

    @Test
    void asksForAKeyWith400AndRefusesAWrongOneWith401() {
        Response none = Http.send(Sandbox.apiPort(), "GET", "/v1/lists", Map.of(), null);
        Response wrong = new TestAccount("ffffffffffffffffffffffffffffffff").get("/lists");

        assertThat(none.status()).isEqualTo(400);
        assertThat(none.body())
                .isEqualTo("{\"error\":\"Bad Request\",\"message\":\"No autopilotapikey header provided.\"}");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body())
                .isEqualTo("{\"error\":\"Unauthorized\",\"message\":\"Provided autopilotapikey not valid.\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing",
        "GET, /",
        "GET, /contact",
        "PUT, /contact",
        "PATCH, /contact/ana@example.com",
        "POST, /lists",
        "DELETE, /list/x",
        "OPTIONS, /contacts",
        "GET, /contact/a/b/c",
        "GET, /v1/lists"
    })
    void knowsNothingElse(String method, String path) {
        Response response = account.send(method, path, null);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.text("error")).isEqualTo("Not Found");
        assertThat(response.text("message")).isEqualTo("/v1" + path + " does not exist");
    }

    @Test
    void knowsNothingOutsideOfItsVersion() {
        Map<String, String> key = Map.of("autopilotapikey", account.key());

        for (String path : new String[] {"/", "/lists", "/v2/lists", "/v1lists", "/control/health", "/q/health"}) {
            Response response = Http.send(Sandbox.apiPort(), "GET", path, key, null);
            assertThat(response.status()).isEqualTo(404);
            assertThat(response.text("message")).isEqualTo(path + " does not exist");
        }
    }

    @Test
    void answersHeadWithoutABody() {
        assertThat(account.sendRaw("HEAD", "/lists", ""))
                .startsWith("HTTP/1.1 404 ")
                .endsWith("\r\n\r\n");
    }

    @Test
    void answersErrorsWithCodesInAnAccountWithThatQuirk() {
        TestAccount other = Sandbox.accountWith("errorAsCode");

        assertThat(other.get("/contact/nobody@example.com").body())
                .isEqualTo("{\"code\":\"NotFound\",\"message\":\"Contact could not be found.\"}");
    }
}
