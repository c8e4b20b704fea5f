package insights.destination.connection;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import insights.destination.Neighbours;

/** What Autopilot says to a key, and how often it was asked about one. */
public final class AutopilotAnswers {

    private static final String KEY_HEADER = "autopilotapikey";

    private AutopilotAnswers() {}

    /** Accepts every key that nothing else is said about. */
    public static void acceptAllKeys() {
        Neighbours.wireMock()
                .register(get(urlPathMatching("/(v1|other)/account"))
                        .atPriority(9)
                        .willReturn(accepted()));
    }

    public static void to(String key, ResponseDefinitionBuilder answer) {
        Neighbours.wireMock()
                .register(get(urlPathMatching("/(v1|other)/account"))
                        .withHeader(KEY_HEADER, equalTo(key))
                        .atPriority(1)
                        .willReturn(answer));
    }

    public static ResponseDefinitionBuilder accepted() {
        return json(200, "{\"instanceId\":\"a-1\",\"company\":\"Example\"}");
    }

    /** The key is of a certain account. */
    public static ResponseDefinitionBuilder ofAccount(String instance) {
        return json(200, "{\"instanceId\":\"%s\",\"company\":\"Example\"}".formatted(instance));
    }

    /** The key is accepted, and nothing says of which account it is. */
    public static ResponseDefinitionBuilder ofNobodySays() {
        return json(200, "{\"company\":\"Example\"}");
    }

    public static ResponseDefinitionBuilder refused() {
        return json(401, "{\"error\":\"Unauthorized\",\"message\":\"Provided autopilotapikey not valid.\"}");
    }

    public static ResponseDefinitionBuilder unreadableKey() {
        return json(400, "{\"error\":\"Bad Request\",\"message\":\"No autopilotapikey header provided.\"}");
    }

    public static ResponseDefinitionBuilder throttled() {
        return json(
                429, "{\"error\":\"Too Many Requests\",\"message\":\"You have exceeded your request rate of 5 r/s.\"}");
    }

    public static ResponseDefinitionBuilder failing() {
        return json(500, "{\"error\":\"Internal Server Error\",\"message\":\"oops\"}");
    }

    public static ResponseDefinitionBuilder resetting() {
        return aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
    }

    public static ResponseDefinitionBuilder slow() {
        return accepted().withFixedDelay(7_000);
    }

    public static ResponseDefinitionBuilder somethingElse(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withBody("<html>Welcome to the router</html>");
    }

    public static ResponseDefinitionBuilder redirect() {
        return aResponse().withStatus(302).withHeader("Location", Neighbours.endpoint("v1") + "/redirected");
    }

    public static void verifyAsked(int times, String key) {
        Neighbours.wireMock()
                .verifyThat(
                        times, getRequestedFor(urlPathMatching("/.*/account")).withHeader(KEY_HEADER, equalTo(key)));
    }

    static int timesAsked(String key) {
        return Neighbours.wireMock()
                .find(getRequestedFor(urlPathMatching("/.*/account")).withHeader(KEY_HEADER, equalTo(key)))
                .size();
    }

    public static void verifyNotRedirected() {
        Neighbours.wireMock().verifyThat(0, getRequestedFor(urlEqualTo("/v1/redirected")));
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }
}
