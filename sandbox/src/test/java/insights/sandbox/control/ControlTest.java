package insights.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import insights.sandbox.testing.Http;
import insights.sandbox.testing.Response;
import insights.sandbox.testing.Sandbox;
import insights.sandbox.testing.SandboxResource;
import insights.sandbox.testing.TestAccount;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class ControlTest {

    private static final String NOBODY = "/accounts/ffffffffffffffffffffffffffffffff";

    @Test
    void isUp() {
        assertThat(Sandbox.control("GET", "/health", null).body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void isNotOnThePortOfTheApi() {
        assertThat(Sandbox.controlPort()).isNotEqualTo(Sandbox.apiPort());
        assertThat(Http.send(Sandbox.apiPort(), "GET", "/control/health", Map.of(), null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void hasAReadyAccountWithTheDocumentedRate() {
        JsonNode ready =
                Sandbox.control("GET", "/accounts/" + Sandbox.READY_KEY, null).json();

        assertThat(ready.path("ratePerSecond").asInt()).isEqualTo(5);
        assertThat(ready.path("maxContacts").asInt()).isZero();
        assertThat(ready.path("disabled").asBoolean(true)).isFalse();
        assertThat(ready.path("quirks")).hasSizeGreaterThan(5).allMatch(quirk -> !quirk.asBoolean(true));
    }

    @Test
    void makesAnAccountWithAKeyLikeAutopilots() {
        Response created = Sandbox.control("POST", "/accounts", null);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("apiKey")).matches("[0-9a-f]{32}");
        assertThat(Sandbox.control("GET", "/accounts", null).json().findValuesAsText("apiKey"))
                .contains(created.text("apiKey"));
    }

    @Test
    void makesAnAccountAsItIsAskedFor() {
        String key = "00112233445566778899aabbccddeeff";
        String wanted =
                "{\"apiKey\":\"" + key + "\",\"ratePerSecond\":20,\"maxContacts\":7,\"quirks\":{\"retryAfter\":true}}";

        JsonNode created = Sandbox.control("POST", "/accounts", wanted).json();

        assertThat(created)
                .isEqualTo(Sandbox.control("GET", "/accounts/" + key, null).json());
        assertThat(created.path("ratePerSecond").asInt()).isEqualTo(20);
        assertThat(created.path("maxContacts").asInt()).isEqualTo(7);
        assertThat(created.at("/quirks/retryAfter").asBoolean()).isTrue();
        assertThat(Sandbox.control("POST", "/accounts", wanted).status()).isEqualTo(409);
        assertThat(Sandbox.control("DELETE", "/accounts/" + key, null).status()).isEqualTo(204);
        assertThat(new TestAccount(key).get("/lists").status()).isEqualTo(401);
        assertThat(Sandbox.control("GET", "/accounts/" + key, null).status()).isEqualTo(404);
    }

    @Test
    void changesOnlyWhatIsNamed() {
        TestAccount account =
                Sandbox.account("{\"ratePerSecond\":0,\"maxContacts\":7,\"quirks\":{\"retryAfter\":true}}");

        JsonNode changed = account.control("PATCH", "", "{\"maxContacts\":9,\"quirks\":{\"errorAsCode\":true}}")
                .json();

        assertThat(changed.path("ratePerSecond").asInt(-1)).isZero();
        assertThat(changed.path("maxContacts").asInt()).isEqualTo(9);
        assertThat(changed.at("/quirks/retryAfter").asBoolean()).isTrue();
        assertThat(changed.at("/quirks/errorAsCode").asBoolean()).isTrue();
        assertThat(changed.path("apiKey").asText()).isEqualTo(account.key());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"apiKey\":\"short\"}                        | apiKey is 32 hexadecimal digits.",
                "{\"rate\":5}                                  | There is no member \"rate\".",
                "{\"quirks\":{\"odd\":true}}                   | There is no member \"odd\".",
                "{\"ratePerSecond\":-1}                        | ratePerSecond and maxContacts are not negative; 0 means no limit.",
                "{\"ratePerSecond\":\"many\"}                  | The member \"ratePerSecond\" cannot have this value.",
                "{\"ratePerSecond\":2.5}                       | The member \"ratePerSecond\" cannot have this value.",
                "{\"ratePerSecond\":null}                      | The member \"ratePerSecond\" cannot have this value.",
                "{\"quirks\":true}                             | The member \"quirks\" cannot have this value.",
                "{\"ratePerSecond\":                           | The body is not JSON.",
                "[]                                            | The body is a JSON object."
            })
    void saysWhatIsWrongWithAnAccount(String settings, String message) {
        Response refused = Sandbox.control("POST", "/accounts", settings);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("message")).isEqualTo(message);
    }

    @Test
    void saysWhatIsWrongWithAFault() {
        Response refused = Sandbox.account().control("POST", "/faults", "{\"effect\":\"STATUS\",\"status\":200}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("message")).isEqualTo("status is one of 400 to 599.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"path\":\"/v1/contacts\"",
                "\"path\":\"/contact/ana@example.com\"",
                "\"method\":\"post\"",
                "\"method\":\"PUT\"",
                "\"method\":\"POST\",\"path\":\"/lists\""
            })
    void refusesFaultsThatWouldHitNothing(String operation) {
        TestAccount account = Sandbox.account();

        Response refused = account.control("POST", "/faults", "{\"effect\":\"CLOSE\"," + operation + "}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("message")).contains("counters", "/contact/{contact}");
        assertThat(account.control("GET", "/faults", null).body()).isEqualTo("[]");
    }

    @Test
    void showsAndRemovesFaults() {
        TestAccount account = Sandbox.account();
        JsonNode first = account.fault("{\"effect\":\"HANG\",\"skip\":3}");
        account.fault("{\"effect\":\"CLOSE\",\"next\":1}");
        assertThat(first.toString()).isEqualTo("{\"id\":\"1\",\"hits\":0,\"effect\":\"HANG\",\"skip\":3}");

        assertThat(account.control("DELETE", "/faults/1", null).status()).isEqualTo(204);
        assertThat(account.control("DELETE", "/faults/1", null).status()).isEqualTo(404);

        assertThat(account.control("GET", "/faults", null).json().findValuesAsText("effect"))
                .containsExactly("CLOSE");
        assertThat(account.control("DELETE", "/faults", null).status()).isEqualTo(204);
        assertThat(account.control("GET", "/faults", null).body()).isEqualTo("[]");
    }

    @Test
    void resetsAnAccountButForItsSettings() {
        TestAccount account = Sandbox.account("{\"ratePerSecond\":0,\"maxContacts\":7}");
        String list = account.list("VIPs");
        account.upsert(
                "{\"Email\":\"a@example.com\",\"_autopilot_list\":\"" + list + "\",\"custom\":{\"string--A\":\"b\"}}");
        account.post("/hook", "{\"event\":\"contact_added\",\"target_url\":\"http://127.0.0.1:1/\"}");
        account.control("POST", "/segments", "{\"title\":\"T\",\"field\":\"F\",\"value\":\"V\"}");
        account.fault("{\"effect\":\"STATUS\",\"status\":500}");

        assertThat(account.control("POST", "/reset", null).status()).isEqualTo(204);

        assertThat(account.counters().toString())
                .isEqualTo(
                        "{\"requests\":0,\"peakPerSecond\":0,\"outcomes\":[],\"contacts\":0,\"lists\":0,\"memberships\":0}");
        assertThat(account.get("/hooks").body()).isEqualTo("{\"hooks\":[]}");
        assertThat(account.get("/lists").body()).isEqualTo("{\"lists\":[]}");
        assertThat(account.get("/smart_segments").body()).isEqualTo("{\"segments\":[]}");
        assertThat(account.get("/contacts/custom_fields").body()).isEqualTo("[]");
        assertThat(account.control("GET", "", null).json().path("maxContacts").asInt())
                .isEqualTo(7);
    }

    @Test
    void countsWhatAnAccountHoldsAndWasAsked() {
        TestAccount account = Sandbox.account();
        String list = account.list("VIPs");
        account.list("Others");
        account.upsert("{\"Email\":\"a@example.com\",\"_autopilot_list\":\"" + list + "\"}");
        account.contact("b@example.com");
        account.get("/contact/nobody@example.com");
        account.get("/nothing");

        JsonNode counters = account.counters();

        assertThat(counters.path("contacts").asInt()).isEqualTo(2);
        assertThat(counters.path("lists").asInt()).isEqualTo(2);
        assertThat(counters.path("memberships").asInt()).isOne();
        assertThat(counters.path("requests").asInt()).isEqualTo(6);
        assertThat(counters.path("outcomes").toString())
                .isEqualTo("[{\"method\":\"GET\",\"path\":\"(none)\",\"status\":404,\"count\":1},"
                        + "{\"method\":\"POST\",\"path\":\"/contact\",\"status\":200,\"count\":2},"
                        + "{\"method\":\"GET\",\"path\":\"/contact/{contact}\",\"status\":404,\"count\":1},"
                        + "{\"method\":\"POST\",\"path\":\"/list\",\"status\":200,\"count\":2}]");

        account.control("DELETE", "/counters", null);
        assertThat(account.counters().path("requests").asInt()).isZero();
        assertThat(account.counters().path("contacts").asInt()).isEqualTo(2);
    }

    @Test
    void countsStrangersApart() {
        int before = Sandbox.control("GET", "/counters", null)
                .json()
                .path("requests")
                .asInt();

        new TestAccount("ffffffffffffffffffffffffffffffff").get("/lists");
        Http.send(Sandbox.apiPort(), "GET", "/v1/lists", Map.of(), null);

        assertThat(Sandbox.control("GET", "/counters", null)
                        .json()
                        .path("requests")
                        .asInt())
                .isEqualTo(before + 2);
    }

    @Test
    void dumpsAllContactsALineEach() throws Exception {
        TestAccount account = Sandbox.account();
        account.quirk("listInBulk");
        String list = account.list("VIPs");
        for (int batch = 0; batch < 7; batch++) {
            StringBuilder contacts = new StringBuilder();
            for (int i = 0; i < 100; i++) {
                contacts.append(i == 0 ? "" : ",")
                        .append("{\"Email\":\"c%d-%d@example.com\",\"_autopilot_list\":\"%s\"}"
                                .formatted(batch, i, list));
            }
            account.post("/contacts", "{\"contacts\":[" + contacts + "]}");
        }

        Response dump = account.control("GET", "/contacts", null);

        assertThat(dump.header("Content-Type")).isEqualTo("application/x-ndjson");
        Set<String> emails = new HashSet<>();
        for (String line : dump.body().split("\n")) {
            JsonNode contact = new Response(200, null, line).json();
            emails.add(contact.path("Email").asText());
            assertThat(contact.at("/lists/0").asText()).isEqualTo(list);
        }
        assertThat(emails).hasSize(700);
        assertThat(account.control("GET", "/lists", null).body())
                .isEqualTo("[{\"list_id\":\"" + list + "\",\"title\":\"VIPs\",\"contacts\":700}]");
    }

    @Test
    void keepsRequestsWordByWordWhenToldTo() {
        TestAccount account = Sandbox.account();
        account.post("/contact", "{\"contact\":{\"Email\":\"before@example.com\"}}");
        account.control("PATCH", "", "{\"logged\":true}");
        account.post("/contact", "{\"contact\":{\"Email\":\"ann@example.com\"}}");
        account.post("/contact", "{\"contact\":{\"Email\":\"ann\"}}");

        JsonNode log = account.control("GET", "/requests", null).json();
        assertThat(log).hasSize(2);
        assertThat(log.at("/0/path").asText()).isEqualTo("/v1/contact");
        assertThat(log.at("/0/body").asText()).isEqualTo("{\"contact\":{\"Email\":\"ann@example.com\"}}");
        assertThat(log.at("/1/status").asInt()).isEqualTo(400);

        account.control("DELETE", "/requests", null);
        assertThat(account.control("GET", "/requests", null).body()).isEqualTo("[]");
    }

    @Test
    void dumpsNothingOfAnEmptyAccount() {
        assertThat(Sandbox.account().control("GET", "/contacts", null).body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/counters", "/faults", "/contacts", "/lists"})
    void knowsNoAccountOfAnotherKey(String path) {
        Response response = Sandbox.control("GET", NOBODY + path, null);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.text("message")).isEqualTo("There is no account with this key.");
    }

    @Test
    void hasNothingElse() {
        assertThat(Sandbox.control("GET", "/nothing", null).status()).isEqualTo(404);
        assertThat(Sandbox.control("PUT", "/accounts", null).status()).isEqualTo(404);
        assertThat(Http.send(Sandbox.controlPort(), "GET", "/v1/lists", Map.of(), null)
                        .status())
                .isEqualTo(404);
        assertThat(Sandbox.account()
                        .control("POST", "/segments", "{\"title\":\"T\"}")
                        .status())
                .isEqualTo(400);
    }
}
