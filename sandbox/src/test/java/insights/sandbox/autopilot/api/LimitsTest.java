package insights.sandbox.autopilot.api;

import static org.assertj.core.api.Assertions.assertThat;

import insights.sandbox.testing.Response;
import insights.sandbox.testing.Sandbox;
import insights.sandbox.testing.SandboxResource;
import insights.sandbox.testing.TestAccount;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class LimitsTest {

    private static final String THREE =
            "{\"contacts\":[{\"Email\":\"a@example.com\"},{\"Email\":\"b@example.com\"},{\"Email\":\"c@example.com\"}]}";

    @Test
    void refusesRequestsBeyondTheRate() {
        TestAccount account = Sandbox.account("{}");

        List<Response> responses =
                IntStream.range(0, 40).mapToObj(i -> account.get("/lists")).toList();

        List<Response> refused =
                responses.stream().filter(response -> response.status() == 429).toList();
        assertThat(responses.subList(0, 5)).allMatch(response -> response.status() == 200);
        assertThat(refused).isNotEmpty().allSatisfy(response -> {
            assertThat(response.body())
                    .isEqualTo(
                            "{\"error\":\"Too Many Requests\",\"message\":\"You have exceeded your request rate of 5 r/s.\"}");
            assertThat(response.header("Retry-After")).isNull();
        });
        assertThat(account.count("GET", "/lists", 429)).isEqualTo(refused.size());
        assertThat(account.counters().path("requests").asInt()).isEqualTo(40);
    }

    @Test
    void saysWhenToTryAgainInAnAccountWithThatQuirk() {
        TestAccount account = Sandbox.account("{\"ratePerSecond\":1,\"quirks\":{\"retryAfter\":true}}");

        Response refused = IntStream.range(0, 100)
                .mapToObj(i -> account.get("/lists"))
                .filter(response -> response.status() == 429)
                .findFirst()
                .orElseThrow();

        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.text("message")).contains(" 1 r/s");
    }

    @Test
    void appliesANewRateAtOnce() {
        TestAccount account = Sandbox.account("{\"ratePerSecond\":1}");

        account.control("PATCH", "", "{\"ratePerSecond\":0}");

        assertThat(IntStream.range(0, 50).mapToObj(i -> account.get("/lists").status()))
                .containsOnly(200);
    }

    @Test
    void limitsEachAccountByItself() {
        TestAccount busy = Sandbox.account("{\"ratePerSecond\":1}");
        TestAccount calm = Sandbox.account("{\"ratePerSecond\":1}");
        IntStream.range(0, 10).forEach(i -> busy.get("/lists"));

        assertThat(calm.get("/lists").status()).isEqualTo(200);
    }

    @Test
    void refusesTheKeyOfADisabledAccountUntilItIsEnabled() {
        TestAccount account = Sandbox.account();
        account.contact("ana@example.com");
        account.control("PATCH", "", "{\"disabled\":true}");

        assertThat(account.get("/lists").status()).isEqualTo(401);
        assertThat(account.get("/lists").text("message")).isEqualTo("Provided autopilotapikey not valid.");

        account.control("PATCH", "", "{\"disabled\":false}");
        assertThat(account.get("/contact/ana@example.com").status()).isEqualTo(200);
    }

    @Test
    void leavesOutWhatThePlanHasNoRoomFor() {
        TestAccount account = Sandbox.account("{\"ratePerSecond\":0,\"maxContacts\":2}");

        Response bulk = account.post("/contacts", THREE);
        Response single = account.post("/contact", "{\"contact\":{\"Email\":\"d@example.com\"}}");

        assertThat(bulk.status()).isEqualTo(200);
        assertThat(bulk.json().path("email_contact_map").fieldNames())
                .toIterable()
                .containsExactly("a@example.com", "b@example.com");
        assertThat(single.status()).isEqualTo(402);
        assertThat(single.text("error")).isEqualTo("Payment Required");
        assertThat(single.text("message")).contains("2 contacts");
    }

    @Test
    void stillChangesContactsWhenThePlanIsFull() {
        TestAccount account = Sandbox.account("{\"ratePerSecond\":0,\"maxContacts\":2}");
        account.post("/contacts", THREE);

        assertThat(account.post("/contacts", THREE).json().path("contact_ids")).hasSize(2);
        account.delete("/contact/a@example.com");
        assertThat(account.contact("d@example.com")).isNotBlank();
    }

    @Test
    void refusesABatchBeyondThePlanInAnAccountWithThatQuirk() {
        TestAccount account =
                Sandbox.account("{\"ratePerSecond\":0,\"maxContacts\":2,\"quirks\":{\"overPlanRefusesBatch\":true}}");

        assertThat(account.post("/contacts", THREE).status()).isEqualTo(402);
        assertThat(account.counters().path("contacts").asInt()).isZero();
        assertThat(account.post("/contacts", THREE.replace("c@", "B@")).status())
                .isEqualTo(200);
    }
}
