package insights.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.demo.AutopilotAccount;
import insights.platform.demo.MainJob;
import insights.platform.http.Answer;
import insights.platform.http.ApiClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is refused is refused with a reason of its own and a way out; nothing is sent, and nothing is half-saved. */
@ExtendWith(SharedPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsE2ETest {

    private static final String COHORT = "refusals";
    private static final List<Map<String, String>> MATCHING = List.of(Map.of("target", "Email", "field", "email"));

    private Workbench workbench;
    private ApiClient admin;
    private String apiKey;
    private AutopilotAccount account;
    private String segment;
    private String connection;
    private int requestsBefore;

    @BeforeAll
    void connect(Workbench shared) {
        workbench = shared;
        apiKey = workbench.newAccount(100);
        account = workbench.account(apiKey);
        segment = workbench.refreshedSegment(COHORT, csv(1));
        connection = workbench.job().connect("Refusals", apiKey, 100);
        admin = workbench.as("admin");
    }

    @BeforeEach
    void count() {
        requestsBefore = account.requests();
    }

    @Test
    void wrongApiKey() {
        Answer answer =
                admin.post("/connections", connection("Wrong key", "0123456789abcdef0123456789abcdef", Map.of()));

        refused(answer, 422, "api-key-refused");
        assertThat(names("/connections")).doesNotContain("Wrong key");
    }

    @Test
    void unreachableAutopilot() {
        Answer answer = admin.post(
                "/connections",
                connection("Unreachable", workbench.newAccount(1), Map.of("endpoint", Workbench.UNREACHABLE)));

        refused(answer, 502, "destination-unreachable");
        assertThat(names("/connections")).doesNotContain("Unreachable");
    }

    @Test
    void missingConsent() {
        String key = workbench.newAccount(1);
        Map<String, Object> body = connection("No consent", key, Map.of());
        body.remove("consent");

        refused(admin.post("/connections", body), 422, "consent-required");

        assertThat(names("/connections")).doesNotContain("No consent");
        assertThat(workbench.account(key).requests()).isZero();
    }

    @Test
    void runWithoutConsentOrExportUser() {
        String draft = admin.post("/connections", Map.of("type", "AUTOPILOT", "displayName", "Draft"))
                .succeeded()
                .json()
                .get("id")
                .textValue();
        String export = admin.post("/exports", export("Over a draft", draft, segment, MATCHING))
                .succeeded()
                .json()
                .get("id")
                .textValue();

        refused(admin.post("/exports/" + export + "/runs"), 409, "connection-not-ready");

        assertThat(admin.get("/exports/" + export + "/runs").json().get("items"))
                .isEmpty();
    }

    @Test
    void staleSignInForTheExportUser() {
        String stale = new StaleSignIn(workbench.platform().keycloak()).token("admin");
        String subject = exportUser().get("subject").textValue();

        Answer answer = workbench.withToken(stale).put("/connections/" + connection + "/export-user");

        refused(answer, 401, "fresh-sign-in-required");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("insufficient_user_authentication", "max_age");
        assertThat(exportUser().get("subject").textValue()).isEqualTo(subject);
    }

    @Test
    void unknownFieldInTheMapping() {
        Answer answer = admin.post(
                "/exports",
                export("Unknown field", connection, segment, List.of(Map.of("target", "Email", "field", "e_mail"))));

        refused(answer, 422, "unknown-field");
        assertThat(names("/exports")).doesNotContain("Unknown field");
    }

    @Test
    void unknownSegment() {
        Answer answer = admin.post(
                "/exports", export("Unknown segment", connection, "01980000-0000-7000-8000-000000000000", MATCHING));

        refused(answer, 422, "unknown-segment");
        assertThat(names("/exports")).doesNotContain("Unknown segment");
    }

    @Test
    void moreThanAHundredThousandProfiles() {
        String export = admin.post("/exports", export("Grows too large", connection, segment, MATCHING))
                .succeeded()
                .json()
                .get("id")
                .textValue();
        MainJob job = workbench.job();
        job.importCustomers(csv(100_001));
        job.refresh();

        refused(admin.post("/exports/" + export + "/runs"), 422, "too-many-profiles");
        refused(admin.post("/exports", export("Too large", connection, segment, MATCHING)), 422, "too-many-profiles");

        assertThat(names("/exports")).doesNotContain("Too large");
        assertThat(admin.get("/exports/" + export + "/runs").json().get("items"))
                .isEmpty();
    }

    private void refused(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.get("type").textValue()).isEqualTo("urn:insights:problem:" + type);
        assertThat(problem.get("detail").textValue()).isNotBlank();
        assertThat(problem.get("requestId").textValue()).isNotBlank();
        assertThat(account.requests()).as("requests to Autopilot").isEqualTo(requestsBefore);
    }

    private List<String> names(String path) {
        return admin.get(path + "?limit=200").succeeded().json().get("items").findValuesAsText("displayName");
    }

    private JsonNode exportUser() {
        return admin.get("/connections/" + connection).succeeded().json().get("exportUser");
    }

    private static Map<String, Object> connection(String name, String key, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "type",
                "AUTOPILOT",
                "displayName",
                name,
                "apiKey",
                key,
                "consent",
                Map.of("textVersion", 1, "language", "en", "agreed", true)));
        body.putAll(more);
        return body;
    }

    private static Map<String, Object> export(
            String name, String connection, String segment, List<Map<String, String>> matching) {
        return Map.of(
                "displayName", name,
                "connectionId", connection,
                "segmentIds", List.of(segment),
                // The refreshes of this and other tests are not to set it off.
                "schedule", Map.of("kind", "OFF"),
                "dataMatching", matching);
    }

    private static String csv(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "r-%06d,r%d@example.com,%s".formatted(number, number, COHORT))
                .collect(Collectors.joining("\n", "customer_id,email,cohort\n", "\n"));
    }
}
