package insights.sandbox.ortto.api;

import static insights.sandbox.testing.OrttoTestAccount.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import insights.sandbox.testing.OrttoTestAccount;
import insights.sandbox.testing.Response;
import insights.sandbox.testing.Sandbox;
import insights.sandbox.testing.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be seen and done behind Ortto's API, faults included. */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class OrttoControlTest {

    private final OrttoTestAccount account = OrttoTestAccount.make();

    @Test
    void hasAReadyAccountWithTheRateOfTheSmallestPlan() {
        JsonNode ready = Sandbox.control("GET", "/accounts/" + Sandbox.READY_ORTTO_KEY, null)
                .json();

        assertThat(ready.path("api").asText()).isEqualTo("ORTTO");
        assertThat(ready.path("ratePerSecond").asInt()).isEqualTo(10);
        assertThat(ready.path("region").asText()).isEqualTo("GLOBAL");
        assertThat(ready.path("badRequestsUntilBan").asInt()).isEqualTo(15);
        assertThat(ready.path("banMillis").asInt()).isEqualTo(15_000);
        assertThat(ready.path("mergeBy").toString()).isEqualTo("[\"str::email\"]");
        assertThat(ready.path("quirks")).hasSizeGreaterThan(10).allMatch(quirk -> !quirk.asBoolean(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"api\":\"HUBSPOT\"|api is AUTOPILOT or ORTTO.",
                "\"api\":\"ORTTO\",\"apiKey\":\"short\"|apiKey is 16 to 200 letters, digits, underscores, dots and hyphens.",
                "\"api\":\"ORTTO\",\"quirks\":{\"namesOverwritten\":true}|There is no member \"namesOverwritten\".",
                "\"api\":\"ORTTO\",\"region\":\"US\"|The member \"region\" cannot have this value.",
                "\"api\":\"ORTTO\",\"mergeBy\":[]|region is GLOBAL, AU or EU, and mergeBy one to three field ids.",
                "\"region\":\"EU\"|There is no member \"region\"."
            })
    void saysWhatIsWrongWithAnAccount(String settings, String message) {
        Response refused = Sandbox.control("POST", "/accounts", "{" + settings + "}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("message")).isEqualTo(message);
    }

    @Test
    void dumpsEverybodyALineEach() {
        for (int from = 0; from < 300; from += 100) {
            account.merge(IntStream.range(from, from + 100)
                    .mapToObj(i -> "{\"fields\":{\"str::email\":\"p" + i + "@example.com\"},\"tags\":[\"t\"]}")
                    .toArray(String[]::new));
        }
        account.put("/person/archive", "{\"inclusion_ids\":[\"" + account.person("p7@example.com") + "\"]}");

        var everybody = account.everybody();

        assertThat(everybody).hasSize(300);
        assertThat(everybody.get("p7@example.com").path("archived").asBoolean()).isTrue();
        assertThat(everybody.get("p8@example.com").path("tags").toString()).isEqualTo("[\"t\"]");
        assertThat(everybody.get("p8@example.com").at("/fields/bol::p").asBoolean())
                .isTrue();
        assertThat(account.control("GET", "/tags", null).json().at("/0/count").asInt())
                .isEqualTo(299);
        assertThat(OrttoTestAccount.make().control("GET", "/contacts", null).body())
                .isEmpty();
    }

    @Test
    void countsAndLogsRequests() {
        account.control("PATCH", "", "{\"logged\":true}");
        account.person("a@example.com");
        account.post("/nothing", "{}");

        JsonNode counters = account.counters();

        assertThat(counters.path("outcomes").toString())
                .isEqualTo("[{\"method\":\"POST\",\"path\":\"(none)\",\"status\":404,\"count\":1},"
                        + "{\"method\":\"POST\",\"path\":\"/person/merge\",\"status\":200,\"count\":1}]");
        assertThat(counters.path("people").asInt()).isOne();
        JsonNode log = account.control("GET", "/requests", null).json();
        assertThat(log.at("/0/path").asText()).isEqualTo("/v1/person/merge");
        assertThat(log.at("/0/body").asText()).contains("a@example.com");
        assertThat(log.at("/1/status").asInt()).isEqualTo(404);
    }

    @Test
    void resetsAnAccountButForItsSettings() {
        account.merge("{\"fields\":{\"str::email\":\"a@example.com\"},\"tags\":[\"t\"]}");
        account.field("text", "Job");
        account.control("POST", "/suppressions", "{\"email\":\"b@example.com\"}");
        account.mergeWith("\"async\":true", person("c@example.com", ""));

        account.control("POST", "/reset", null);

        assertThat(account.counters().toString())
                .isEqualTo("{\"requests\":0,\"peakPerSecond\":0,\"outcomes\":[],\"people\":0,\"archived\":0,\"tags\":0,"
                        + "\"memberships\":0,\"customFields\":0,\"promised\":0}");
        assertThat(account.mergeWith("\"suppression_list_field_id\":\"str::email\"", person("b@example.com", ""))
                        .status())
                .isEqualTo(200);
        assertThat(account.control("GET", "", null)
                        .json()
                        .path("badRequestsUntilBan")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void hasNothingOfTheOtherApi() {
        assertThat(account.control("GET", "/lists", null).status()).isEqualTo(400);
        assertThat(Sandbox.account().control("POST", "/settle", null).status()).isEqualTo(400);
        assertThat(account.control("POST", "/faults", "{\"effect\":\"CLOSE\",\"path\":\"/contacts\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesAnAddressOnDemand() {
        account.fault("{\"effect\":\"REFUSE_EMAIL\",\"email\":\"bad@example.com\"}");

        assertThat(account.merge(person("bad@example.com", ""), person("a@example.com", ""))
                        .json()
                        .findValuesAsText("status"))
                .containsExactly("invalid", "created");
        assertThat(account.merge(person("bad@example.com", "")).status()).isEqualTo(400);
    }

    @Test
    void failsOnDemandInItsOwnShape() {
        account.fault("{\"effect\":\"STATUS\",\"status\":503,\"next\":1}");
        account.fault("{\"effect\":\"STATUS\",\"status\":429,\"retryAfterSeconds\":7,\"next\":1}");

        assertThat(account.post("/tags/get", "{}").json().path("code").asInt()).isEqualTo(503);
        Response slow = account.post("/tags/get", "{}");
        assertThat(slow.status()).isEqualTo(429);
        assertThat(slow.json().at("/error/try-in-seconds").asInt()).isEqualTo(7);
        assertThat(slow.header("Retry-After")).isNull();
        assertThat(account.post("/tags/get", "{}").status()).isEqualTo(200);
    }

    @Test
    void goesWrongAfterItWasDoneOnDemand() {
        account.fault("{\"effect\":\"CLOSE\",\"applied\":true,\"path\":\"/person/merge\",\"next\":1}");

        assertThatThrownBy(() -> account.merge(person("a@example.com", ""))).isInstanceOf(UncheckedIOException.class);
        assertThat(account.everybody()).containsOnlyKeys("a@example.com");
    }
}
