package insights.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.demo.MainJob;
import insights.platform.http.Answer;
import insights.platform.http.ApiClient;
import insights.platform.identity.Keycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs act in the name of somebody who may lend it, which is asked of the real Keycloak. */
@ExtendWith(SharedPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportUserE2ETest {

    private Workbench workbench;
    private Keycloak keycloak;

    @BeforeAll
    void share(Workbench shared) {
        workbench = shared;
        keycloak = shared.platform().keycloak();
    }

    @Test
    void noRunStartsInTheNameOfSomebodyWhoMayNotLendItAndItIsOverByItself() {
        KeycloakPerson grace = new KeycloakPerson(keycloak, "grace-of-a-group");
        String segment =
                workbench.refreshedSegment("lenders", "customer_id,email,cohort\nl-1,l1@example.com,lenders\n");
        String key = workbench.newAccount(100);
        MainJob job = new MainJob(workbench.withToken(grace.token()), workbench.as("contributor"));
        String connection = job.connect("Lenders", key, 100);
        String export = export(connection, segment);
        int before = workbench.account(key).requests();

        grace.isEnabled(false);
        lapses(connection, "DISABLED");
        isRefused(export);
        grace.isEnabled(true);
        isOver(connection);

        grace.isNoAdministratorAnyMore();
        lapses(connection, "NOT_ADMINISTRATOR");
        isRefused(export);
        assertThat(workbench.account(key).requests()).isEqualTo(before);
        grace.becomesAdministrator();
        isOver(connection);
        assertThat(job.run(export, progress -> {}).get("status").textValue()).isEqualTo("SUCCESSFUL");

        grace.isRemoved();
        lapses(connection, "GONE");
        isRefused(export);
        workbench
                .asJustSignedIn("admin")
                .put("/connections/" + connection + "/export-user")
                .succeeded();
        isOver(connection);
    }

    @Test
    void theServiceMayLookAtPeopleAndDoNothingElse() {
        ApiClient service = ApiClient.withToken(keycloak.admin(), Tokens.ofService(keycloak, "destination-service"));
        String path = new KeycloakPerson(keycloak, "looked-at").path();

        assertThat(service.get(path).status()).isEqualTo(200);
        assertThat(service.put(path, Map.of("enabled", false)).status()).isEqualTo(403);
        assertThat(service.get("/clients/any").status()).isIn(403, 404);
        assertThat(service.get("/events").status()).isEqualTo(403);
    }

    private String export(String connection, String segment) {
        return workbench
                .as("contributor")
                .post(
                        "/exports",
                        Map.of(
                                "displayName", "Lenders",
                                "connectionId", connection,
                                "segmentIds", List.of(segment),
                                "schedule", Map.of("kind", "OFF"),
                                "dataMatching", List.of(Map.of("target", "Email", "field", "email"))))
                .succeeded()
                .json()
                .get("id")
                .textValue();
    }

    private void lapses(String connection, String lapse) {
        JsonNode now =
                Waiting.until(workbench.as("admin"), "/connections/" + connection, one -> one.at("/exportUser/lapse")
                        .asText()
                        .equals(lapse));
        assertThat(now.get("missing")).extracting(JsonNode::textValue).containsExactly("EXPORT_USER");
    }

    private void isOver(String connection) {
        Waiting.until(
                workbench.as("admin"),
                "/connections/" + connection,
                one -> one.get("missing").isEmpty()
                        && one.at("/exportUser/lapse").isMissingNode());
    }

    private void isRefused(String export) {
        Answer answer = workbench.as("contributor").post("/exports/" + export + "/runs");
        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(answer.json().get("type").textValue()).endsWith(":connection-not-ready");
        assertThat(answer.json().get("detail").textValue()).contains("disabled at the identity provider");
    }
}
