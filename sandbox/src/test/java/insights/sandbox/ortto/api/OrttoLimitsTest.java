package insights.sandbox.ortto.api;

import static insights.sandbox.testing.OrttoTestAccount.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import insights.sandbox.testing.Http;
import insights.sandbox.testing.OrttoTestAccount;
import insights.sandbox.testing.Response;
import insights.sandbox.testing.Sandbox;
import insights.sandbox.testing.SandboxResource;
import insights.sandbox.testing.TestAccount;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys, regions, rates, plans and bans, and what is said when something is wrong. */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class OrttoLimitsTest {

    private final OrttoTestAccount account = OrttoTestAccount.make();

    @ParameterizedTest
    @CsvSource({"GLOBAL,''", "AU,/au", "EU,/eu"})
    void knowsAKeyInItsOwnRegionOnly(String region, String prefix) {
        OrttoTestAccount there = OrttoTestAccount.make("\"region\":\"" + region + "\"");

        for (String place : List.of("", "/au", "/eu")) {
            assertThat(there.sendTo(place, "POST", "/person/get", "{}").status())
                    .isEqualTo(place.equals(prefix) ? 200 : 401);
        }
    }

    @Test
    void knowsTheRegionByItsHostAsWell() {
        OrttoTestAccount there = OrttoTestAccount.make("\"region\":\"EU\"");
        String request =
                "POST /v1/person/get HTTP/1.1\r\nHost: %s\r\nX-Api-Key: %s\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";

        assertThat(Http.sendRaw(Sandbox.apiPort(), request.formatted("api.eu.ap3api.com", there.key())))
                .startsWith("HTTP/1.1 200");
        assertThat(Http.sendRaw(Sandbox.apiPort(), request.formatted("api.ap3api.com", there.key())))
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void refusesKeysThatAreNone() {
        Response stranger = new OrttoTestAccount("nobody-of-this-name").post("/person/get", "{}");

        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.json().path("code").asInt()).isEqualTo(401);
        assertThat(stranger.text("request_id")).isNotBlank();
        assertThat(Http.send(Sandbox.apiPort(), "POST", "/v1/person/get", Map.of(), "{}")
                        .status())
                .isEqualTo(401);
        assertThat(new OrttoTestAccount(Sandbox.account().key())
                        .post("/person/get", "{}")
                        .status())
                .isEqualTo(401);
        assertThat(new TestAccount(account.key()).get("/lists").status()).isEqualTo(401);
    }

    @Test
    void refusesDisabledAndExpiredAccounts() {
        account.control("PATCH", "", "{\"disabled\":true}");
        assertThat(account.post("/person/get", "{}").status()).isEqualTo(401);
        account.control("PATCH", "", "{\"disabled\":false,\"expired\":true}");
        assertThat(account.post("/person/get", "{}").status()).isEqualTo(403);
        account.control("PATCH", "", "{\"expired\":false}");
        assertThat(account.post("/person/get", "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST|/nothing|{}|404",
                "GET|/person/get||405",
                "POST|/person/delete|{}|405",
                "POST|/person/merge||404",
                "POST|/person/merge|[]|400",
                "POST|/person/merge|{|400",
                "POST|/person/merge|{\"people\":{}}|400"
            })
    void saysWhatIsWrongInOneShape(String method, String path, String body, int status) {
        Response refused = account.send(method, path, body);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.json().path("code").asInt()).isEqualTo(status);
        assertThat(refused.text("error")).isNotBlank();
        assertThat(refused.body()).endsWith("}\n");
    }

    @Test
    void takesTwoMegabytesAndNotMore() {
        String filler = " ".repeat(2_000_000 - 2);

        assertThat(account.post("/person/get", "{" + filler + "}").status()).isEqualTo(200);
        assertThat(account.post("/person/get", "{" + filler + " }").status()).isEqualTo(400);
    }

    @Test
    void wantsJsonDeclared() {
        assertThat(Http.send(
                                Sandbox.apiPort(),
                                "POST",
                                "/v1/person/get",
                                Map.of("X-Api-Key", account.key(), "Content-Type", "text/plain"),
                                "{}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void saysWhenToTryAgainInANestedBody() {
        OrttoTestAccount limited = OrttoTestAccount.make("\"ratePerSecond\":2");

        List<Response> responses = IntStream.range(0, 30)
                .mapToObj(i -> limited.post("/tags/get", "{}"))
                .toList();

        assertThat(responses.subList(0, 2)).allMatch(response -> response.status() == 200);
        assertThat(responses)
                .filteredOn(response -> response.status() == 429)
                .isNotEmpty()
                .allSatisfy(refused -> {
                    assertThat(refused.body())
                            .isEqualTo(
                                    "{\"error\":{\"code\":\"rate-limit\",\"message\":\"rate limit\",\"try-in-seconds\":1}}\n");
                    assertThat(refused.header("Retry-After")).isNull();
                });
    }

    @Test
    void doesNotSayItInAnAccountWithThatQuirk() {
        OrttoTestAccount limited = OrttoTestAccount.make("\"ratePerSecond\":1,\"quirks\":{\"plainRateLimit\":true}");

        Response refused = IntStream.range(0, 100)
                .mapToObj(i -> limited.post("/tags/get", "{}"))
                .filter(response -> response.status() == 429)
                .findFirst()
                .orElseThrow();

        assertThat(refused.text("error")).isEqualTo("rate limit");
        assertThat(refused.body()).doesNotContain("try-in-seconds");
    }

    @Test
    void refusesAMergeThatThePlanHasNoRoomFor() {
        OrttoTestAccount small = OrttoTestAccount.make("\"maxContacts\":2");
        small.person("a@example.com");

        Response refused =
                small.merge(person("a@example.com", ""), person("b@example.com", ""), person("c@example.com", ""));

        assertThat(refused.status()).isEqualTo(507);
        assertThat(refused.json().path("code").asInt()).isEqualTo(507);
        assertThat(small.everybody()).containsOnlyKeys("a@example.com");
        assertThat(small.merge(person("a@example.com", ""), person("b@example.com", ""), person("B@example.com", ""))
                        .status())
                .isEqualTo(200);
        small.put("/person/archive", "{\"all_rows_selected\":true}");
        assertThat(small.merge(person("c@example.com", "")).status()).isEqualTo(200);
    }

    @Test
    void leavesOutWhomThePlanHasNoRoomForInAnAccountWithThatQuirk() {
        OrttoTestAccount small = OrttoTestAccount.make("\"maxContacts\":2,\"quirks\":{\"overPlanInline\":true}");

        assertThat(small.merge(person("a@example.com", ""), person("b@example.com", ""), person("c@example.com", ""))
                        .json()
                        .findValuesAsText("status"))
                .containsExactly("created", "created", "invalid");
    }

    @Test
    void bansWhoMakesFifteenBadRequestsAndForgivesLater() {
        OrttoTestAccount strict = OrttoTestAccount.make("\"banMillis\":1500");
        for (int i = 0; i < 15; i++) {
            assertThat(strict.post("/person/merge", "{}").status()).isEqualTo(400);
        }

        assertThat(strict.post("/person/get", "{}").status()).isEqualTo(403);
        await().until(() -> strict.post("/person/get", "{}").status() == 200);
    }

    @Test
    void bansAsIfTooFastInAnAccountWithThatQuirk() {
        OrttoTestAccount strict = OrttoTestAccount.make("\"quirks\":{\"bannedAsRateLimit\":true}");
        IntStream.range(0, 15).forEach(i -> strict.post("/person/merge", "{}"));

        assertThat(strict.post("/person/get", "{}").status()).isEqualTo(429);
        assertThat(account.post("/person/get", "{}").status()).isEqualTo(200);
    }

    @Test
    void doesNotBanForBadPeopleAmongGoodOnes() {
        OrttoTestAccount strict = OrttoTestAccount.make("\"maxContacts\":0");

        for (int i = 0; i < 20; i++) {
            assertThat(strict.merge(person("bad", ""), person("a@example.com", ""))
                            .status())
                    .isEqualTo(200);
        }

        assertThat(strict.post("/person/get", "{}").status()).isEqualTo(200);
    }

    @Test
    void bansStrangersWhoKeepKnocking() {
        OrttoTestAccount stranger = new OrttoTestAccount("stranger-who-keeps-knocking");
        IntStream.range(0, 15)
                .forEach(i ->
                        assertThat(stranger.post("/person/get", "{}").status()).isEqualTo(401));

        assertThat(stranger.post("/person/get", "{}").status()).isEqualTo(403);
    }
}
