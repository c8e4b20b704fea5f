package insights.destination.ortto;

import static insights.destination.Api.as;
import static insights.destination.Api.connected;
import static insights.destination.Api.connection;
import static insights.destination.Api.create;
import static insights.destination.ortto.OrttoAnswers.EUROPE;
import static insights.destination.ortto.OrttoAnswers.GLOBAL;
import static insights.destination.ortto.OrttoAnswers.fields;
import static insights.destination.ortto.OrttoAnswers.json;
import static insights.destination.ortto.OrttoAnswers.nobody;
import static insights.destination.ortto.OrttoAnswers.refused;
import static insights.destination.ortto.OrttoAnswers.throttled;
import static insights.destination.ortto.OrttoAnswers.timesAsked;
import static insights.destination.ortto.OrttoAnswers.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import insights.destination.Neighbours;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A connection to Ortto, from the first question to its fields. */
@QuarkusTest
class OrttoConnectionResourceTest {

    private final Map<String, Object> request = connection();
    private final String key = (String) request.get("apiKey");

    OrttoConnectionResourceTest() {
        request.put("type", "ORTTO");
    }

    @Test
    void connectsByOneCallThatReadsNoPersonalData() {
        to(key, GLOBAL, nobody());
        create(request)
                .then()
                .statusCode(201)
                .body("type", equalTo("ORTTO"))
                .body("status", equalTo("CONNECTED"))
                .body("endpoint", equalTo(Neighbours.endpoint("ortto/v1")))
                .body("rateLimitPerSecond", equalTo(10))
                .body("lastCheck.outcome", equalTo("ACCEPTED"))
                .body(not(containsString(key)));
        assertThat(timesAsked(key, GLOBAL + "/person/get")).isEqualTo(1);
        Neighbours.wireMock()
                .verifyThat(
                        1,
                        WireMock.postRequestedFor(WireMock.urlEqualTo(GLOBAL + "/person/get"))
                                .withHeader("X-Api-Key", WireMock.equalTo(key))
                                .withHeader("Content-Type", WireMock.equalTo("application/json"))
                                .withRequestBody(
                                        WireMock.equalToJson("{\"limit\":1,\"fields\":[\"str::person_id\"]}")));
    }

    @Test
    void connectsInTheRegionThatIsChosenOnly() {
        to(key, GLOBAL, refused(401, "Invalid API key"));
        to(key, EUROPE, nobody());
        refusedWith(422, "api-key-refused").body("detail", containsString("region"));
        request.put("endpoint", Neighbours.endpoint("ortto/eu/v1"));
        create(request).then().statusCode(201).body("status", equalTo("CONNECTED"));
        request.put("endpoint", "https://api.au.ap3api.com/v1");
        refusedWith(422, "endpoint-not-allowed").body("detail", containsString("insights.ortto.allowed-endpoints"));
        request.put("endpoint", Neighbours.endpoint("v1"));
        refusedWith(422, "endpoint-not-allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "401, Invalid API key, 422, api-key-refused",
        "403, Account has expired, 422, api-key-refused",
        "400, Failed to parse request, 502, not-the-destination",
        "404, Not found, 502, not-the-destination"
    })
    void savesNothingWhenOrttoRefuses(int status, String error, int answer, String problem) {
        to(key, GLOBAL, refused(status, error));
        refusedWith(answer, problem);
        assertThat(timesAsked(key, GLOBAL + "/person/get")).isEqualTo(1);
    }

    @Test
    void tellsAPauseAndTroubleAndSomebodyElseFromARefusal() {
        to(key, GLOBAL, throttled());
        refusedWith(503, "destination-throttled").header("Retry-After", equalTo("60"));
        to(key, GLOBAL, refused(503, "Service Unavailable"));
        refusedWith(502, "destination-unreachable");
        to(key, GLOBAL, WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        refusedWith(502, "destination-unreachable");
        to(key, GLOBAL, json(200, "{\"instanceId\":\"a-1\"}"));
        refusedWith(502, "not-the-destination");
        to(key, GLOBAL, json(401, "<html>Welcome to the router</html>"));
        refusedWith(502, "not-the-destination");
    }

    @Test
    void asksForConsentToSendDataToOrtto() {
        for (String language : new String[] {"en", "it", "es"}) {
            as("admin")
                    .queryParam("lang", language)
                    .queryParam("type", "ORTTO")
                    .get("/consent-texts/current")
                    .then()
                    .statusCode(200)
                    .body("text", containsString("Ortto"))
                    .body("text", not(containsString("Autopilot")));
        }
        to(key, GLOBAL, nobody());
        as("admin")
                .header("If-Match", "*")
                .body(Map.of("textVersion", 1, "language", "en", "agreed", false))
                .post("/connections/" + connected(request) + "/consent")
                .then()
                .statusCode(422)
                .body("detail", containsString("current?type=ORTTO"));
        request.remove("consent");
        create(request).then().statusCode(422).body("detail", containsString("current?type=ORTTO"));
    }

    @Test
    void listsTheStandardFieldsAndThoseOfTheAccount() {
        to(key, GLOBAL, nobody());
        fields(key, json(200, """
                {"fields":[
                 {"field":{"id":"str:cm:job-title","name":"Job Title","display_type":"text","liquid_name":"people.custom.job-title"},"tracked_value":true},
                 {"field":{"id":"int:cm:basket","name":"Basket","display_type":"decimal","liquid_name":"people.custom.basket"},"tracked_value":false},
                 {"field":{"id":"str:cm:plan","name":"Plan","display_type":"single_select","dic_items":["Free","Pro"]}},
                 {"field":{"id":"obj:cm:more","name":"More","display_type":"object"}},
                 {"field":{"id":"str:cm:blank","name":" ","display_type":"text"}}]}"""));
        String id = connected(request);
        fieldsOf(id)
                .body("customFieldsKnown", is(true))
                .body("items.findAll { !it.custom }", hasSize(11))
                .body("items.findAll { !it.custom }.target", hasItems("str::email", "phn::phone", "geo::city"))
                .body("items.findAll { it.required }.target", contains("str::email"))
                .body("items.target.findAll { it.startsWith('bol::') }", hasSize(0))
                .body(
                        "items.findAll { it.custom }.target",
                        contains("decimal:Basket", "text:Job Title", "single_select:Plan"))
                .body("items.findAll { it.custom }.type", contains("FLOAT", "STRING", "STRING"))
                .body("customField.example", equalTo("+decimal:Basket Value"));
        assertThat(timesAsked(key, GLOBAL + "/person/custom-field/get")).isEqualTo(1);
    }

    @Test
    void knowsTheStandardFieldsWhateverOrttoSays() {
        to(key, GLOBAL, nobody());
        fields(key, refused(401, "Invalid API key"));
        String id = connected(request);
        fieldsOf(id).body("customFieldsKnown", is(false)).body("items", hasSize(11));
    }

    private static ValidatableResponse fieldsOf(String id) {
        return as("admin").get("/connections/" + id + "/fields").then().statusCode(200);
    }

    private ValidatableResponse refusedWith(int status, String type) {
        return create(request)
                .then()
                .statusCode(status)
                .body("type", endsWith(":" + type))
                .body(not(containsString(key)));
    }
}
