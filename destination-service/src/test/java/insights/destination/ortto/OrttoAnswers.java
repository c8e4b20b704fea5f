package insights.destination.ortto;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import insights.destination.Neighbours;

/** What Ortto says to a key, as phpdevkits/ortto-sdk recorded it, and how often it was asked about one. */
final class OrttoAnswers {

    static final String GLOBAL = "/ortto/v1";
    static final String EUROPE = "/ortto/eu/v1";

    private static final String KEY = "X-Api-Key";

    private OrttoAnswers() {}

    static void to(String key, String region, ResponseDefinitionBuilder answer) {
        stub(key, region + "/person/get", answer);
    }

    static void fields(String key, ResponseDefinitionBuilder answer) {
        stub(key, GLOBAL + "/person/custom-field/get", answer);
    }

    static ResponseDefinitionBuilder nobody() {
        return json(200, """
                {"contacts":null,"meta":{"total_contacts":0,"total_organizations":0,"total_matches":0,"total_subscribers":0},
                 "offset":0,"next_offset":0,"cursor_id":"000000000000000000000000","has_more":false}""");
    }

    static ResponseDefinitionBuilder refused(int status, String error) {
        return json(status, "{\"request_id\":\"2d8a\",\"code\":%d,\"error\":\"%s\"}".formatted(status, error));
    }

    static ResponseDefinitionBuilder throttled() {
        return json(429, "{\"error\":{\"code\":\"rate-limit\",\"message\":\"rate limit\",\"try-in-seconds\":10}}");
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body + "\n");
    }

    static int timesAsked(String key, String path) {
        return Neighbours.wireMock()
                .find(postRequestedFor(urlEqualTo(path)).withHeader(KEY, equalTo(key)))
                .size();
    }

    private static void stub(String key, String path, ResponseDefinitionBuilder answer) {
        Neighbours.wireMock()
                .register(post(urlEqualTo(path)).withHeader(KEY, equalTo(key)).willReturn(answer));
    }
}
