package insights.destination.keycloak;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static insights.common.testing.Patience.await;
import static insights.destination.Api.anyVersion;
import static insights.destination.Api.as;
import static insights.destination.Api.connected;
import static insights.destination.Api.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import insights.common.testing.Tokens;
import insights.destination.Neighbours;
import insights.destination.connection.AutopilotAnswers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose name runs act in is looked up at Keycloak. Each test has a person of its own. */
@QuarkusTest
class ExportUserLookTest {

    private final String name = "ada-" + UUID.randomUUID();
    private final String subject = "subject-of-" + name;

    @Inject
    ExportUserJob job;

    private String id;

    @BeforeEach
    void aConnectionOfAnAdministrator() {
        AutopilotAnswers.acceptAllKeys();
        id = connected();
        become();
        KeycloakAnswers.administrator(subject);
    }

    @Test
    void leavesAnAdministratorAlone() {
        int version = read(id).extract().path("version");
        job.lookAtAll();
        ready().body("version", equalTo(version));
        assertThat(asked().getFirst().getHeader("Authorization")).startsWith("Bearer ");
    }

    @Test
    void noRunStartsInTheNameOfWhoIsDisabledAndItIsOverWhenTheyAreEnabledAgain() {
        KeycloakAnswers.disabled(subject);
        job.lookAtAll();
        job.lookAtAll();
        lapsed("DISABLED");
        assertThat(told()).singleElement().satisfies(notice -> assertThat(notice.getBodyAsString())
                .contains("\"reason\":\"EXPORT_USER_LAPSED\"", "\"name\":\"destination-service\""));
        assertThat(actions()).containsOnlyOnce("EXPORT_USER_LAPSED");

        KeycloakAnswers.administrator(subject);
        job.lookAtAll();
        ready();
        assertThat(actions()).containsOnlyOnce("EXPORT_USER_RESTORED");
        assertThat(told()).hasSize(1);
    }

    @Test
    void aMachineIsSaidToHaveDoneIt() {
        KeycloakAnswers.disabled(subject);
        job.lookAtAll();
        as("admin")
                .get("/connections/audit-events?action=EXPORT_USER_LAPSED&target=" + id)
                .then()
                .statusCode(200)
                .body("items[0].machine", equalTo(true))
                .body("items[0].by.name", equalTo("destination-service"))
                .body("items[0].changes.exportUserLapse.to", equalTo("DISABLED"));
    }

    @Test
    void whoIsGoneLendsNoName() {
        KeycloakAnswers.gone(subject);
        job.lookAtAll();
        lapsed("GONE");
    }

    @Test
    void whoIsNoAdministratorAnyMoreLendsNoName() {
        KeycloakAnswers.noAdministrator(subject);
        job.lookAtAll();
        lapsed("NOT_ADMINISTRATOR");
        // What is not shown is not known.
        KeycloakAnswers.rolesHidden(subject);
        job.lookAtAll();
        lapsed("NOT_ADMINISTRATOR");
    }

    @Test
    void rolesThatAreNotShownTakeNoName() {
        KeycloakAnswers.rolesHidden(subject);
        job.lookAtAll();
        ready();
    }

    static Stream<ResponseDefinitionBuilder> whatSaysNothing() {
        return Stream.of(
                aResponse().withStatus(403).withBody("{\"error\":\"HTTP 403 Forbidden\"}"),
                aResponse().withStatus(404).withBody("{\"error\":\"Realm not found.\"}"),
                aResponse().withStatus(404).withBody("<html>no such page</html>"),
                aResponse().withStatus(500),
                aResponse().withStatus(302).withHeader("Location", "/keycloak/elsewhere"),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                okJson("<html>Sign in</html>"),
                okJson("{}"));
    }

    @ParameterizedTest
    @MethodSource("whatSaysNothing")
    void anAnswerThatSaysNothingChangesNothing(ResponseDefinitionBuilder answer) {
        KeycloakAnswers.user(subject, answer);
        job.lookAtAll();
        assertThat(asked()).isNotEmpty();
        ready();

        KeycloakAnswers.disabled(subject);
        job.lookAtAll();
        KeycloakAnswers.user(subject, answer);
        job.lookAtAll();
        lapsed("DISABLED");
    }

    @Test
    void itIsOverWhenAnAdministratorBecomesExportUserAnew() {
        KeycloakAnswers.noAdministrator(subject);
        job.lookAtAll();
        lapsed("NOT_ADMINISTRATOR");
        become();
        ready();
    }

    @Test
    void anotherAdministratorTakesOver() {
        KeycloakAnswers.gone(subject);
        job.lookAtAll();
        anyVersion(Tokens.of("admin").name("grace"))
                .put("/connections/" + id + "/export-user")
                .then()
                .statusCode(200);
        ready();
        job.lookAtAll();
        ready();
    }

    @Test
    void idsOfOtherFormsStayOneSegmentOfThePath() {
        String odd = "auth0|7/../x?y" + UUID.randomUUID();
        anyVersion(Tokens.of("admin").name(odd))
                .put("/connections/" + id + "/export-user")
                .then()
                .statusCode(200);
        job.lookAtAll();
        assertThat(Neighbours.wireMock()
                        .find(getRequestedFor(urlEqualTo(KeycloakAnswers.path("subject-of-"
                                + odd.replace("|", "%7C").replace("/", "%2F").replace("?", "%3F"))))))
                .hasSize(1);
    }

    private void become() {
        anyVersion(Tokens.of("admin").name(name))
                .put("/connections/" + id + "/export-user")
                .then()
                .statusCode(200);
    }

    private void lapsed(String lapse) {
        read(id).body("exportUser.subject", equalTo(subject))
                .body("exportUser.lapse", equalTo(lapse))
                .body("status", equalTo("CONNECTED"))
                .body("missing", contains("EXPORT_USER"));
        internal().body("exportUser", nullValue()).body("exportUserLapsed", equalTo(true));
    }

    private ValidatableResponse ready() {
        internal().body("exportUser.subject", containsString("subject-of-")).body("exportUserLapsed", equalTo(false));
        return read(id).body("exportUser.lapse", nullValue()).body("missing", empty());
    }

    private ValidatableResponse internal() {
        return as("export-service").get("/internal/connections/" + id).then().statusCode(200);
    }

    private List<LoggedRequest> asked() {
        return Neighbours.wireMock().find(getRequestedFor(urlEqualTo(KeycloakAnswers.path(subject))));
    }

    private List<LoggedRequest> told() {
        await().untilAsserted(() -> assertThat(closed()).isNotEmpty());
        return closed();
    }

    private List<LoggedRequest> closed() {
        return Neighbours.wireMock()
                .find(postRequestedFor(urlEqualTo("/export-service/internal/connections/" + id + "/closed"))
                        .withRequestBody(matching(".*")));
    }

    private List<String> actions() {
        return as("admin").get("/connections/audit-events?target=" + id).path("items.action");
    }
}
