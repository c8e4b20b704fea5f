package insights.destination.connection;

import static insights.destination.Api.as;
import static insights.destination.Api.connected;
import static insights.destination.Api.connection;
import static insights.destination.Api.create;
import static insights.destination.Api.newKey;
import static insights.destination.Api.newName;
import static insights.destination.Api.read;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import insights.destination.Neighbours;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sends who means harm, or pastes carelessly. */
@QuarkusTest
class HostileInputTest {

    private final Map<String, Object> request = connection();

    @BeforeEach
    void autopilotAccepts() {
        AutopilotAnswers.acceptAllKeys();
    }

    /** ALLOWED stands for the endpoint that is on the list, PORT for its port. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://[::1]:PORT/v1",
                "http://[::ffff:127.0.0.1]:PORT/v1",
                "http://127.0.0.1:PORT/v1",
                "http://2130706433:PORT/v1",
                "http://0x7f000001:PORT/v1",
                "http://127.1:PORT/v1",
                "http://0:PORT/v1",
                "http://localhost.:PORT/v1",
                "http://user@localhost:PORT/v1",
                "http://user:pw@localhost:PORT/v1",
                "http://localhost:PORT@example.org/v1",
                "http://localhost:0PORT/v1",
                "http://localhost/v1",
                "https://localhost:PORT/v1",
                "//localhost:PORT/v1",
                "ALLOWED//",
                "ALLOWED/./",
                "ALLOWED/%2e%2e/internal",
                "ALLOWED;x",
                "ALLOWED#@example.org",
                "http://localhost:PORT/V1",
                "javascript:alert(1)",
                "https://api2.autopilothq.com.example.org/v1",
                ""
            })
    void leadsNowhereButToAllowedEndpoints(String endpoint) {
        String allowed = Neighbours.endpoint("v1");
        int port = URI.create(allowed).getPort();
        request.put("endpoint", endpoint.replace("ALLOWED", allowed).replace("PORT", Integer.toString(port)));
        create(request).then().statusCode(422).body("type", endsWith(":endpoint-not-allowed"));
        AutopilotAnswers.verifyAsked(0, (String) request.get("apiKey"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[::1", "http://exa mple.org", "http://localhost:8080\r\nX-Header: injected/v1"})
    void refusesWhatIsNoAddressAtAll(String endpoint) {
        request.put("endpoint", endpoint);
        create(request).then().statusCode(400).body("errors.pointer", hasItem("/endpoint"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with\r\nX-Header: injected",
                "with a space 0123456789",
                "with\u00A0no-break-space",
                "ключ-ключ-ключ-ключ",
                "key-with-emoji-\uD83D\uDD11-0123456789",
                "fifteen-chars-x",
                "with\u200Bzero-width-space"
            })
    void asksForAKeyThatCanTravelInAHeader(String key) {
        request.put("apiKey", key);
        create(request)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/apiKey"))
                .body(not(containsString(key)));
        request.put("apiKey", "k".repeat(257));
        create(request).then().statusCode(422).body("errors.pointer", hasItem("/apiKey"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"two\nlines", "a\ttab", "turned \u202E around", "zero\u200Bwidth", "a mark\uFEFF", "a\u0007bell"
            })
    void refusesNamesWithWhatNobodySees(String name) {
        request.put("displayName", name);
        create(request).then().statusCode(422).body("errors.pointer", hasItem("/displayName"));
    }

    @Test
    void takesNamesForTheSameThatLookTheSame() {
        String name = newName() + " Caffè Ångström";
        request.put("displayName", "\u00A0 " + name + "\u3000");
        read(connected(request)).body("displayName", equalTo(name));
        for (String same :
                new String[] {name.toUpperCase(java.util.Locale.ROOT), name.replace("è", "e\u0300"), "\u2003" + name}) {
            request.put("displayName", same);
            request.put("apiKey", newKey());
            create(request).then().statusCode(409).body("type", endsWith(":name-taken"));
        }
    }

    @Test
    void keepsNamesOfAllScripts() {
        for (String name : new String[] {"日本のお客様 ", "رسائل إخبارية ", "\uD83D\uDC69\u200D\uD83D\uDCBB ", "Ünïcödé "}) {
            request.put("displayName", name + newName());
            request.put("apiKey", newKey());
            read(connected(request)).body("displayName", equalTo(request.get("displayName")));
        }
        request.put("displayName", "\uD83D\uDE00".repeat(100));
        request.put("apiKey", newKey());
        read(connected(request)).body("displayName", equalTo("\uD83D\uDE00".repeat(100)));
        request.put("displayName", "x".repeat(101));
        create(request).then().statusCode(422).body("errors.pointer", hasItem("/displayName"));
    }

    /** Each is one that a lenient reader makes something of. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "/consent/agreed|\"agreed\":true|\"agreed\":1",
                "/consent/agreed|\"agreed\":true|\"agreed\":\"true\"",
                "/consent/textVersion|\"textVersion\":1|\"textVersion\":1.9",
                "/consent/textVersion|\"textVersion\":1|\"textVersion\":\"1\"",
                "/maxContacts|\"maxContacts\":1000|\"maxContacts\":1000.9",
                "/maxContacts|\"maxContacts\":1000|\"maxContacts\":\"\"",
                "/sharedWithContributors|\"sharedWithContributors\":false|\"sharedWithContributors\":0",
                "/consent/language|\"it\"|\"IT\"",
                "/consent/language|\"it\"|\"de\"",
                "/type|\"AUTOPILOT\"|0",
                "/type|\"AUTOPILOT\"|\"0\""
            })
    void takesNothingForAChoiceThatIsNone(String pointer, String choice, String none) throws IOException {
        request.put("maxContacts", 1000);
        request.put("sharedWithContributors", false);
        String json = new ObjectMapper().writeValueAsString(request);
        as("admin").body(json).post("/connections").then().statusCode(201);
        as("admin")
                .body(json.replace(choice, none))
                .post("/connections")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer));
    }

    /** V stands for the version that is there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"V\"|200",
                "*|200",
                "\"99\", \"V\"|200",
                "W/\"V\"|412",
                "V|412",
                "\"\"|412",
                "\"V|412",
                "\"V\"\"|412",
                "' '|428"
            })
    void editsByStrongTagsOnly(String ifMatch, int status) {
        String id = connected();
        int version = read(id).extract().path("version");
        as("admin")
                .header("If-Match", ifMatch.replace("V", Integer.toString(version)))
                .body(Map.of("maxContacts", 10))
                .patch("/connections/" + id)
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"V", "'V'", "W/\"V\"", "\"99\", V", "\"\""})
    void saysHowTagsAreWrittenToWhoWritesThemInAnotherWay(String ifMatch) {
        String id = connected();
        int version = read(id).extract().path("version");
        as("admin")
                .header("If-Match", ifMatch.replace("V", Integer.toString(version)))
                .body(Map.of("maxContacts", 10))
                .patch("/connections/" + id)
                .then()
                .statusCode(412)
                .body("detail", containsString("in double quotes"));
        as("admin")
                .header("If-Match", "\"99\"")
                .body(Map.of("maxContacts", 10))
                .patch("/connections/" + id)
                .then()
                .statusCode(412)
                .body("detail", startsWith("Read it again"));
    }
}
