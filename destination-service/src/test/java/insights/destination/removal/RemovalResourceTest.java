package insights.destination.removal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
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
import static insights.destination.Api.create;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import insights.destination.Database;
import insights.destination.Neighbours;
import insights.destination.connection.AutopilotAnswers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RemovalResourceTest {

    private static final String FIRST = UUID.randomUUID().toString();
    private static final String SECOND = UUID.randomUUID().toString();

    private final Map<String, Object> request = connection();
    private String id;

    @BeforeEach
    void aConnection() {
        AutopilotAnswers.acceptAllKeys();
        id = connected(request);
        exportServiceTakesNotices();
    }

    @Test
    void removesAConnectionThatNoExportUses() {
        exportsAre();
        remove("").statusCode(204);
        as("admin").get("/connections/" + id).then().statusCode(404);
        as("export-service").get("/internal/connections/" + id).then().statusCode(404);
        as("export-service")
                .get("/internal/connections/" + id + "/api-key")
                .then()
                .statusCode(404);
        verifyTold(1, notice());
        remove("").statusCode(404);
    }

    @Test
    void listsTheExportsThatMustBeDecidedOn() {
        exportsAre(FIRST, SECOND);
        remove("")
                .statusCode(409)
                .body("type", endsWith(":connection-in-use"))
                .body("usedBy.id", contains(FIRST, SECOND))
                .body("usedBy.displayName", hasItem("Export " + FIRST));
        remove("?detach=" + FIRST).statusCode(409).body("usedBy.id", contains(SECOND));
        stillThere();
        verifyTold(0, notice());
    }

    @Test
    void tellsExportServiceWhatWasDecidedForEach() {
        exportsAre(FIRST, SECOND);
        remove("?detach=" + FIRST + "&remove=" + SECOND).statusCode(204);
        verifyTold(
                1,
                notice().withRequestBody(matchingJsonPath("$.detach[0]", matching(FIRST)))
                        .withRequestBody(matchingJsonPath("$.remove[0]", matching(SECOND)))
                        .withRequestBody(matchingJsonPath("$.exports", matching("DETACH")))
                        .withRequestBody(matchingJsonPath("$.by.subject", matching("subject-of-admin"))));
    }

    @Test
    void refusesNamesOfExportsThatItHasNot() {
        exportsAre(FIRST, SECOND);
        String slip = UUID.randomUUID().toString();
        for (String all : List.of("", "&exports=REMOVE", "&exports=DETACH")) {
            remove("?detach=" + slip + "&remove=" + SECOND + all)
                    .statusCode(422)
                    .body("errors.pointer", contains("detach"))
                    .body("errors[0].detail", containsString(slip));
            remove("?detach=" + FIRST + "&remove=" + slip + all)
                    .statusCode(422)
                    .body("errors.pointer", contains("remove"));
        }
        stillThere();
        verifyTold(0, notice());
        remove("?detach=" + FIRST + "&exports=REMOVE").statusCode(204);
    }

    @Test
    void removesNothingWhileItCannotTellWhetherTheNamesAreRight() {
        remove("?detach=" + FIRST + "&exports=REMOVE").statusCode(503).body("type", endsWith(":unavailable"));
        stillThere();
    }

    @Test
    void refusesTwoDecisionsAboutOneExport() {
        remove("?detach=" + FIRST + "&remove=" + FIRST).statusCode(422).body("errors.pointer", hasItem("detach"));
        stillThere();
    }

    @Test
    void refusesDecisionsItCannotRead() {
        exportsAre();
        remove("?exports=BURN")
                .statusCode(422)
                .body("errors.pointer", contains("exports"))
                .body("detail", containsString("DETACH, REMOVE"));
        remove("?detach=all").statusCode(422).body("errors.pointer", contains("detach"));
        remove("?remove=" + FIRST + "&remove=x").statusCode(422).body("errors.pointer", contains("remove"));
        stillThere();
    }

    @Test
    void removesAtOnceWhenAllIsDecidedEvenIfExportServiceIsDown() {
        exportServiceAnswers(serverError());
        remove("").statusCode(503).body("type", endsWith(":unavailable"));
        stillThere();
        remove("?exports=REMOVE").statusCode(204);
        as("export-service")
                .get("/internal/connections/" + id + "/api-key")
                .then()
                .statusCode(404);
        assertThat(Database.count("notice", "connection_id", id)).isEqualTo(1);
        exportServiceTakesNotices();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Database.count("notice", "connection_id", id))
                        .isZero());
        List<LoggedRequest> notices = Neighbours.wireMock().find(notice());
        assertThat(notices).hasSizeGreaterThan(1).allSatisfy(notice -> assertThat(notice.getBodyAsString())
                .contains("\"exports\":\"REMOVE\""));
    }

    @Test
    void callsExportServiceByItsOwnIdentity() {
        exportsAre();
        anyVersion("admin").header("X-Request-Id", "removal-" + id).delete("/connections/" + id);
        LoggedRequest told = Neighbours.wireMock().find(notice()).getFirst();
        String payload = told.getHeader("Authorization").split("\\.")[1];
        assertThat(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
                .contains("\"destination-service\"")
                .doesNotContain("\"admin\"");
        assertThat(told.getHeader("X-Request-Id")).isEqualTo("removal-" + id);
    }

    @Test
    void leavesNothingOfTheKeyAnywhere() {
        String key = (String) request.get("apiKey");
        byte[] sealed = Database.bytes("select sealed from api_key where connection_id = '" + id + "'");
        byte[] wrapped = Database.bytes("select wrapped_key from api_key where connection_id = '" + id + "'");
        assertThat(Database.dump())
                .contains(HexFormat.of().formatHex(sealed), HexFormat.of().formatHex(wrapped));
        remove("?exports=DETACH").statusCode(204);
        assertThat(Database.dump())
                .contains(id)
                .doesNotContain(HexFormat.of().formatHex(sealed), HexFormat.of().formatHex(wrapped), key);
        request.put("displayName", "Same key again " + id);
        create(request).then().statusCode(201);
    }

    @Test
    void keepsTheProofsOfConsent() {
        remove("?exports=DETACH").statusCode(204);
        as("admin").get("/connections/" + id + "/consent-records").then().body("items.action", hasItems("AGREED"));
    }

    private ValidatableResponse remove(String choices) {
        return anyVersion("admin").delete("/connections/" + id + choices).then();
    }

    private void stillThere() {
        as("export-service")
                .get("/internal/connections/" + id + "/api-key")
                .then()
                .statusCode(200);
    }

    private void exportsAre(String... ids) {
        StringBuilder items = new StringBuilder();
        for (String export : ids) {
            items.append(items.isEmpty() ? "" : ",")
                    .append("{\"id\":\"%1$s\",\"displayName\":\"Export %1$s\",\"schedule\":{}}".formatted(export));
        }
        Neighbours.wireMock()
                .register(get(urlEqualTo("/export-service/internal/exports?connectionId=" + id))
                        .withHeader("Authorization", matching("Bearer .+"))
                        .willReturn(okJson("{\"items\":[" + items + "]}")));
    }

    private void exportServiceTakesNotices() {
        exportServiceAnswers(aResponse().withStatus(204));
    }

    private void exportServiceAnswers(ResponseDefinitionBuilder answer) {
        Neighbours.wireMock()
                .register(post(urlEqualTo("/export-service/internal/connections/" + id + "/removed"))
                        .willReturn(answer));
    }

    private RequestPatternBuilder notice() {
        return postRequestedFor(urlEqualTo("/export-service/internal/connections/" + id + "/removed"));
    }

    private static void verifyTold(int times, RequestPatternBuilder notice) {
        Neighbours.wireMock().verifyThat(times, notice);
    }
}
