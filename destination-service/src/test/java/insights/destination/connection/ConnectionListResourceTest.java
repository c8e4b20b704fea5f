package insights.destination.connection;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static insights.common.testing.Patience.await;
import static insights.destination.Api.anyVersion;
import static insights.destination.Api.as;
import static insights.destination.Api.connected;
import static insights.destination.Api.connection;
import static insights.destination.Api.newName;
import static insights.destination.Api.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import insights.destination.Database;
import insights.destination.Neighbours;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a list of connections shows comes with it. */
@QuarkusTest
class ConnectionListResourceTest {

    private static final String COUNTS = "/export-service/internal/export-counts";

    private final String mark = newName();
    private StubMapping counts;

    @BeforeEach
    void autopilotAccepts() {
        AutopilotAnswers.acceptAllKeys();
    }

    @AfterEach
    void exportServiceAnswersAgain() {
        if (counts != null) {
            Neighbours.wireMock().removeStubMapping(counts);
        }
    }

    @Test
    void tellsHowManyExportsUseEachByOneQuestionForAll() {
        String used = connected(named("a used"));
        String unused = connected(named("b unused"));
        exportServiceAnswers(okJson("{\"connections\":{\"%s\":3,\"%s\":0}}".formatted(used, unused)));
        // Others of this suite may have asked in vain: who is asked again is a matter of seconds.
        await().atMost(Duration.ofSeconds(60)).until(() -> list("").extract().path("items[0].exportCount") != null);
        int before = timesAsked();
        list("").body("items.exportCount", contains(3, 0));
        assertThat(timesAsked()).isEqualTo(before + 1);
        Neighbours.wireMock()
                .verifyThat(postRequestedFor(urlEqualTo(COUNTS))
                        .withHeader("Authorization", matching("Bearer .+"))
                        .withRequestBody(equalToJson("{\"connectionIds\":[\"%s\",\"%s\"]}".formatted(used, unused))));
        read(used).body("$", not(hasKey("exportCount")));
    }

    @Test
    void isThereWithoutExportService() {
        String id = connected(named("a"));
        for (ResponseDefinitionBuilder trouble : new ResponseDefinitionBuilder[] {
            serverError(),
            okJson("<html>"),
            aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER)
        }) {
            exportServiceAnswers(trouble);
            list("").body("items.id", contains(id)).body("items[0]", not(hasKey("exportCount")));
        }
    }

    @Test
    void doesNotWaitLongForExportService() {
        String id = connected(named("a"));
        int answeredAfter = 40_000;
        exportServiceAnswers(okJson("{\"connections\":{}}").withFixedDelay(answeredAfter));
        ValidatableResponse response = list("");
        response.body("items.id", contains(id)).body("items[0]", not(hasKey("exportCount")));
        assertThat(response.extract().time()).isLessThan(answeredAfter);
    }

    @Test
    void asksNobodyForContributors() {
        connected(shared("a"));
        int before = timesAsked();
        as("contributor").queryParam("q", mark).get("/connections").then().statusCode(200);
        assertThat(timesAsked()).isEqualTo(before);
    }

    @Test
    void tellsWhatIsMissingBeforeARunCanStart() {
        Map<String, Object> request = named("a");
        request.remove("apiKey");
        request.remove("consent");
        String draft = connected(request);
        read(draft).body("missing", contains("CONSENT", "API_KEY", "EXPORT_USER"));
        String id = connected(shared("b"));
        read(id).body("status", equalTo("CONNECTED")).body("missing", contains("EXPORT_USER"));
        as("contributor").get("/connections/" + id).then().body("missing", contains("EXPORT_USER"));
        anyVersion("admin").put("/connections/" + id + "/export-user").then().body("missing", empty());
        list("").body(
                        "items.missing",
                        contains(java.util.List.of("CONSENT", "API_KEY", "EXPORT_USER"), java.util.List.of()));
        as("export-service")
                .body(Map.of("reason", "API_KEY_REFUSED"))
                .put("/internal/connections/" + id + "/attention");
        read(id).body("missing", contains("API_KEY"));
        anyVersion("admin").delete("/connections/" + id + "/consent").then().body("missing", contains("CONSENT"));
    }

    @Test
    void missesAnEndpointThatIsAllowed() {
        String id = connected(named("a"));
        Database.update("update connection set endpoint = 'http://intranet.example.com' where id = '" + id + "'");
        read(id).body("missing", contains("ALLOWED_ENDPOINT", "EXPORT_USER"));
    }

    @Test
    void tellsWhatTheCallerMayDo() {
        String id = connected(shared("a"));
        read(id).body("permissions", contains("USE", "EDIT", "REMOVE"));
        list("").body("items[0].permissions", contains("USE", "EDIT", "REMOVE"));
        as("contributor").get("/connections/" + id).then().body("permissions", contains("USE"));
        as("export-service").queryParam("q", mark).get("/connections").then().body("items[0].permissions", empty());
    }

    @Test
    void findsByTypeStatusAndSharing() {
        Map<String, Object> request = named("a draft");
        request.remove("apiKey");
        connected(request);
        connected(named("b connected"));
        String withdrawn = connected(shared("c withdrawn"));
        anyVersion("admin")
                .delete("/connections/" + withdrawn + "/consent")
                .then()
                .statusCode(200);
        names("status=DRAFT", "a draft");
        names("status=DRAFT&status=CONSENT_WITHDRAWN", "a draft", "c withdrawn");
        names("type=AUTOPILOT", "a draft", "b connected", "c withdrawn");
        names("sharedWithContributors=true", "c withdrawn");
        names("sharedWithContributors=false&status=CONNECTED", "b connected");
        as("contributor")
                .queryParam("q", mark)
                .queryParam("sharedWithContributors", false)
                .get("/connections")
                .then()
                .body("items", empty());
        for (String wrong : new String[] {"status=BROKEN", "type=ORTTO2", "sharedWithContributors=maybe"}) {
            as("admin")
                    .get("/connections?" + wrong)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains(wrong.substring(0, wrong.indexOf('='))));
        }
    }

    @Test
    void listsBackwardsTooInPages() {
        connected(named("a"));
        connected(named("C"));
        connected(named("b"));
        names("sort=-displayName", "C", "b", "a");
        names("sort=-createdAt", "b", "C", "a");
        for (String sort : new String[] {"-displayName", "-createdAt"}) {
            String next = list("limit=2&sort=" + sort).extract().path("next");
            assertThat(next).startsWith("/connections?");
            as("admin")
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .body("items.displayName", contains(mark + " a"))
                    .body("next", nullValue());
        }
    }

    private Map<String, Object> named(String name) {
        Map<String, Object> request = connection();
        request.put("displayName", mark + " " + name);
        return request;
    }

    private Map<String, Object> shared(String name) {
        Map<String, Object> request = named(name);
        request.put("sharedWithContributors", true);
        return request;
    }

    private void names(String query, String... expected) {
        list(query)
                .body(
                        "items.displayName",
                        contains(java.util.Arrays.stream(expected)
                                .map(name -> mark + " " + name)
                                .toArray(String[]::new)))
                .body("items", everyItem(hasKey("permissions")));
    }

    private ValidatableResponse list(String query) {
        return as("admin")
                .queryParam("q", mark)
                .get(query.isEmpty() ? "/connections" : "/connections?" + query)
                .then()
                .statusCode(200);
    }

    private void exportServiceAnswers(ResponseDefinitionBuilder answer) {
        exportServiceAnswersAgain();
        counts = post(urlEqualTo(COUNTS)).atPriority(1).willReturn(answer).build();
        Neighbours.wireMock().register(counts);
    }

    private static int timesAsked() {
        return Neighbours.wireMock().find(postRequestedFor(urlEqualTo(COUNTS))).size();
    }
}
