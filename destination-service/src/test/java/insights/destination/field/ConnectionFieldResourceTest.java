package insights.destination.field;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static insights.destination.Api.anyVersion;
import static insights.destination.Api.as;
import static insights.destination.Api.connected;
import static insights.destination.Api.connection;
import static insights.destination.Api.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import insights.destination.Neighbours;
import insights.destination.connection.AutopilotAnswers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConnectionFieldResourceTest {

    private static final String LOYALTY = """
            [{"name":"Plan","fieldType":"string"},{"name":"Loyalty Points","fieldType":"integer","more":1}]""";

    private final Map<String, Object> request = connection();
    private final String key = (String) request.get("apiKey");
    private String id;

    @BeforeEach
    void aConnection() {
        AutopilotAnswers.acceptAllKeys();
        id = connected(request);
    }

    @Test
    void listsTheStandardFieldsAndThoseOfTheAccount() {
        autopilotAnswers(key, okJson(LOYALTY));
        fields("admin")
                .body("customFieldsKnown", is(true))
                .body("items.findAll { !it.custom }.target", hasItems("Email", "FirstName", "MailingCity", "LinkedIn"))
                .body("items.findAll { !it.custom }", hasSize(21))
                .body("items.target", not(hasItem("unsubscribed")))
                .body("items.findAll { it.required }.target", contains("Email"))
                .body("items[0].type", is("EMAIL"))
                .body("items[0].meaning", startsWith("The address"))
                .body("items.findAll { it.custom }.target", contains("integer--Loyalty--Points", "string--Plan"))
                .body("items.findAll { it.custom }.name", contains("Loyalty Points", "Plan"))
                .body("items.findAll { it.custom }.type", contains("INTEGER", "STRING"))
                .body("customField.form", is("<type>--<Name>"))
                .body("customField.example", is("integer--Loyalty--Points"))
                .body("customField.types", contains("STRING", "INTEGER", "FLOAT", "BOOLEAN", "DATE"));
    }

    @Test
    void asksAutopilotOnceAMinuteAtMost() {
        autopilotAnswers(key, okJson(LOYALTY));
        fields("admin");
        fields("admin").body("items.target", hasItem("string--Plan"));
        assertThat(timesAsked(key)).isEqualTo(1);
        String another = newKey();
        autopilotAnswers(another, okJson("[]"));
        anyVersion("admin")
                .body(Map.of("apiKey", another))
                .put("/connections/" + id + "/api-key")
                .then()
                .statusCode(200);
        fields("admin").body("items.findAll { it.custom }", empty()).body("customFieldsKnown", is(true));
        assertThat(timesAsked(another)).isEqualTo(1);
    }

    @Test
    void knowsTheStandardFieldsWhateverAutopilotSays() {
        for (ResponseDefinitionBuilder trouble : new ResponseDefinitionBuilder[] {
            serverError(), unauthorized(), okJson("{\"custom\":[]}"), okJson("<html>"), okJson("null")
        }) {
            id = connected(connectionOf(trouble));
            fields("admin").body("customFieldsKnown", is(false)).body("items", hasSize(21));
        }
    }

    @Test
    void doesNotWaitLongForAutopilot() {
        int answeredAfter = 40_000;
        autopilotAnswers(key, okJson(LOYALTY).withFixedDelay(answeredAfter));
        ValidatableResponse answer = fields("admin").body("customFieldsKnown", is(false));
        assertThat(answer.extract().time()).isLessThan(answeredAfter);
        fields("admin");
        assertThat(timesAsked(key)).isEqualTo(1);
    }

    @Test
    void asksNothingWithoutConsent() {
        autopilotAnswers(key, okJson(LOYALTY));
        anyVersion("admin").delete("/connections/" + id + "/consent").then().statusCode(200);
        fields("admin").body("customFieldsKnown", is(false)).body("items", hasSize(21));
        assertThat(timesAsked(key)).isZero();
    }

    @Test
    void isForContributorsWhereTheConnectionIsShared() {
        as("contributor").get("/connections/" + id + "/fields").then().statusCode(404);
        anyVersion("admin")
                .body(Map.of("sharedWithContributors", true))
                .patch("/connections/" + id)
                .then()
                .statusCode(200);
        autopilotAnswers(key, okJson(LOYALTY));
        fields("contributor").body("items.target", hasItem("string--Plan"));
    }

    @Test
    void tellsExportServiceTheSameWhoeverSeesTheConnection() {
        autopilotAnswers(key, okJson(LOYALTY));
        Map<String, Object> told = as("export-service")
                .get("/internal/connections/" + id + "/fields")
                .then()
                .statusCode(200)
                .body("items.target", hasItem("integer--Loyalty--Points"))
                .extract()
                .jsonPath()
                .getMap("$");
        assertThat(told).isEqualTo(fields("admin").extract().jsonPath().getMap("$"));
        as("export-service")
                .get("/internal/connections/" + UUID.randomUUID() + "/fields")
                .then()
                .statusCode(404);
        assertThat(timesAsked(key)).isEqualTo(1);
    }

    private ValidatableResponse fields(String role) {
        return as(role).get("/connections/" + id + "/fields").then().statusCode(200);
    }

    private static Map<String, Object> connectionOf(ResponseDefinitionBuilder trouble) {
        Map<String, Object> request = connection();
        autopilotAnswers((String) request.get("apiKey"), trouble);
        return request;
    }

    private static void autopilotAnswers(String key, ResponseDefinitionBuilder answer) {
        Neighbours.wireMock()
                .register(get(urlEqualTo("/v1/contacts/custom_fields"))
                        .withHeader("autopilotapikey", equalTo(key))
                        .willReturn(answer));
    }

    private static int timesAsked(String key) {
        return Neighbours.wireMock()
                .find(getRequestedFor(urlEqualTo("/v1/contacts/custom_fields"))
                        .withHeader("autopilotapikey", equalTo(key)))
                .size();
    }
}
