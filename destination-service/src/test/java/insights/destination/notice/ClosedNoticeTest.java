package insights.destination.notice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static insights.common.testing.Patience.await;
import static insights.destination.Api.anyVersion;
import static insights.destination.Api.as;
import static insights.destination.Api.connected;
import static insights.destination.Api.connection;
import static insights.destination.Api.consent;
import static insights.destination.Api.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import insights.common.testing.Tokens;
import insights.destination.Database;
import insights.destination.Neighbours;
import insights.destination.connection.AutopilotAnswers;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** export-service is told at once, and until it knows, when nothing may be sent through a connection any more. */
@QuarkusTest
class ClosedNoticeTest {

    private final Map<String, Object> request = connection();
    private String path;
    private String id;

    @BeforeEach
    void aConnectionThatRunsMayUse() {
        AutopilotAnswers.acceptAllKeys();
        id = connected(request);
        path = "/connections/" + id;
        anyVersion("admin").put(path + "/export-user").then().statusCode(200);
        exportServiceAnswers(noContent());
    }

    @Test
    void tellsOfAWithdrawalWhoDidItAndWhy() {
        anyVersion(Tokens.of("admin").name("ada"))
                .header("X-Request-Id", "withdraw-" + id)
                .delete(path + "/consent")
                .then()
                .statusCode(200);
        LoggedRequest told = told(1).getFirst();
        assertThat(told.getBodyAsString())
                .contains("\"reason\":\"CONSENT_WITHDRAWN\"", "\"subject\":\"subject-of-ada\"", "\"at\":\"20");
        assertThat(told.getHeader("X-Request-Id")).isEqualTo("withdraw-" + id);
        assertThat(told.getHeader("Authorization")).startsWith("Bearer ");
        await().untilAsserted(() -> assertThat(undelivered()).isZero());
    }

    @Test
    void keepsTellingWhileExportServiceIsDown() {
        exportServiceAnswers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        anyVersion("admin").delete(path + "/consent").then().statusCode(200);
        told(2);
        exportServiceAnswers(aResponse().withStatus(503));
        told(4);
        assertThat(undelivered()).isEqualTo(1);
        exportServiceAnswers(noContent());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(undelivered()).isZero());
        assertThat(notices().getLast().getBodyAsString()).contains("CONSENT_WITHDRAWN");
    }

    @Test
    void tellsWhenThereIsNoExportUserAnyMore() {
        anyVersion("admin").delete(path + "/export-user").then().statusCode(200);
        assertThat(told(1).getFirst().getBodyAsString()).contains("EXPORT_USER_REMOVED");
    }

    @Test
    void tellsWhenATestShowsThatTheKeyIsRefused() {
        AutopilotAnswers.to((String) request.get("apiKey"), AutopilotAnswers.refused());
        as("admin").post(path + "/test").then().statusCode(200);
        assertThat(told(1).getFirst().getBodyAsString()).contains("API_KEY_REFUSED");
    }

    @Test
    void tellsNothingWhileTheConnectionStaysAsItIs() {
        as("admin").post(path + "/test").then().statusCode(200);
        anyVersion("admin").put(path + "/export-user").then().statusCode(200);
        anyVersion("admin")
                .body(Map.of("apiKey", newKey()))
                .put(path + "/api-key")
                .then()
                .statusCode(200);
        anyVersion("admin").body(consent()).post(path + "/consent").then().statusCode(200);
        // The one that comes now is the first.
        anyVersion("admin").delete(path + "/consent").then().statusCode(200);
        assertThat(told(1)).hasSize(1);
    }

    @Test
    void tellsNothingOfConnectionsThatNoRunCouldUse() {
        anyVersion("admin").delete(path + "/export-user").then().statusCode(200);
        told(1);
        anyVersion("admin").delete(path + "/consent").then().statusCode(200);
        anyVersion("admin").body(consent()).post(path + "/consent").then().statusCode(200);
        anyVersion("admin").put(path + "/export-user").then().statusCode(200);
        anyVersion("admin").delete(path + "/consent").then().statusCode(200);
        assertThat(told(2)).hasSize(2);
    }

    @Test
    void takesANoticeBackThatWouldStopRunsOfALaterConsent() {
        exportServiceAnswers(aResponse().withStatus(503));
        anyVersion("admin").delete(path + "/consent").then().statusCode(200);
        told(1);
        anyVersion("admin").body(consent()).post(path + "/consent").then().statusCode(200);
        assertThat(undelivered()).isZero();
    }

    private void exportServiceAnswers(ResponseDefinitionBuilder answer) {
        Neighbours.wireMock().register(post(urlEqualTo(notice())).willReturn(answer));
    }

    private List<LoggedRequest> told(int times) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(notices()).hasSizeGreaterThanOrEqualTo(times));
        return notices();
    }

    private List<LoggedRequest> notices() {
        return Neighbours.wireMock()
                .find(postRequestedFor(urlEqualTo(notice())).withRequestBody(matchingJsonPath("$.reason")));
    }

    private String notice() {
        return "/export-service/internal/connections/" + id + "/closed";
    }

    private long undelivered() {
        return Database.count("notice", "connection_id", id);
    }
}
