package insights.common.testing;

import static insights.common.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import java.security.KeyPair;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * A service starts when its identity provider does not answer yet, lets nobody in meanwhile, and works when it comes; and
 * whoever it needs may hang, everybody gets an answer. Bound by an IT of each service, against the packaged service in
 * production.
 */
@Tag("process")
@TestInstance(Lifecycle.PER_CLASS)
public abstract class LateIdentityProvider {

    /**
     * How long a service waits, so that it is seen in seconds that it does not wait for ever: for the identity provider, for its
     * database, and until it asks for keys again.
     */
    private static final Map<String, String> WAITS = Map.of(
            "insights.identity.answer", "1s",
            "insights.identity.keys", "2s",
            "quarkus.datasource.jdbc.validation-query-timeout", "1s",
            "quarkus.datasource.jdbc.acquisition-timeout", "3s",
            "quarkus.oidc.token.forced-jwk-refresh-interval", "2s");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A connection that was not tried ends an outage too early, so that it is said once more. */
    private static final int MOST_LINES = 4;

    // As long as the machine of a build may take with other tests beside; who waits for a neighbour without an end
    // waits longer.
    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    private static final Duration SOON = Duration.ofSeconds(40);

    private static final Duration IN_THE_END = Duration.ofSeconds(60);

    private final OidcResource provider = new OidcResource();
    private final SilentServer neighbour = SilentServer.at(0);
    private Map<String, String> surroundings;

    /**
     * What the service needs to start but for the identity provider. It is the same for all tests.
     *
     * @param neighbours address of all other services: they accept, and do not answer
     */
    protected abstract Map<String, String> surroundings(String neighbours);

    /** Ends what {@link #surroundings} began. */
    protected abstract void endSurroundings();

    /** A path that the role may GET. */
    protected abstract String path();

    protected abstract String role();

    /** Asks for what the service cannot do without another one. */
    protected abstract Response needNeighbour(String url);

    @BeforeAll
    void begin() {
        surroundings = surroundings(neighbour.url());
    }

    @AfterEach
    void endProvider() {
        provider.stop();
    }

    @AfterAll
    void end() {
        neighbour.close();
        endSurroundings();
    }

    @Test
    void startsWithoutItAndAnswersWhileItsDatabaseHangs() {
        Map<String, String> config = configuration();
        provider.stop();
        String database = config.get("quarkus.datasource.jdbc.url");
        int port = Integer.parseInt(database.replaceAll(".*:(\\d+)/.*", "$1"));
        try (Freezer freezer = Freezer.before(port)) {
            config.put("quarkus.datasource.jdbc.url", database.replace(":" + port + "/", ":" + freezer.port() + "/"));
            try (PackagedService service = PackagedService.start(config)) {
                String url = service.url() + path();
                unavailable(url, Tokens.token(role()), SOON);
                provider.start();
                becomes(() -> get(url).statusCode() == 200);
                answersWhileItsDatabaseHangs(service, url, freezer);
            }
        }
    }

    private void answersWhileItsDatabaseHangs(PackagedService service, String url, Freezer freezer) {
        int before = service.log().length();
        freezer.freeze();
        // Connections that were used this moment are not tried before they are used again.
        becomes(() -> get(service.readiness()).statusCode() == 503);
        unavailable(url, Tokens.token(role()), IN_THE_END);
        freezer.thaw();
        becomes(() -> get(url).statusCode() == 200);
        says(service, before, "The database answers again");
        assertThat(trouble(service.log().substring(before)))
                .hasSizeBetween(1, MOST_LINES)
                .noneMatch(line -> line.contains("stackTrace"));
    }

    @Test
    void startsWhileItHangsAndGoesOnWhenItHangsLater() {
        Map<String, String> config = configuration();
        provider.stop();
        SilentServer silent = SilentServer.at(provider.port());
        try (PackagedService service = PackagedService.start(config)) {
            String url = service.url();
            within(AT_ONCE, () -> given().get(url + path())).then().statusCode(401);
            unavailable(url + path(), Tokens.token(role()), SOON);
            assertThat(get(service.readiness()).asString())
                    .contains("Identity provider", "localhost:" + provider.port(), "its keys are not known yet");
            assertThat(silent.connections()).isPositive();
            silent.close();
            provider.start();
            // Nobody comes but whoever asks whether it is ready.
            becomes(() -> get(service.readiness()).statusCode() == 200);
            assertThat(get(url + path()).statusCode()).isEqualTo(200);
            says(service, 0, "The identity provider answers again");
            followsItsKeys(url);
            goesOnWhenItHangsLater(service, url);
        }
    }

    /** Also when nobody comes with a token of a key that is not known. */
    private void followsItsKeys(String url) {
        KeyPair other = OidcResource.newKeys();
        String token = Tokens.of(role()).key("another", other).sign();
        assertThat(status(url + path(), token)).isEqualTo(401);
        provider.publish("another", other);
        becomes(() -> status(url + path(), token) == 200);
        assertThat(get(url + path()).statusCode()).isEqualTo(200);
        provider.withdraw("another");
        becomes(() -> status(url + path(), token) == 401);
        assertThat(get(url + path()).statusCode()).isEqualTo(200);
    }

    private void goesOnWhenItHangsLater(PackagedService service, String url) {
        int before = service.log().length();
        needed(within(IN_THE_END, () -> needNeighbour(url)));
        provider.stop();
        try (SilentServer silent = SilentServer.at(provider.port())) {
            String newKey = Tokens.of(role()).keyId("a-new-one").sign();
            // Keys are fetched anew so often and not more often.
            becomes(() -> status(url + path(), newKey) == 503);
            unavailable(url + path(), newKey, SOON);
            assertThat(get(url + path()).statusCode()).isEqualTo(200);
            assertThat(get(service.readiness()).statusCode()).isEqualTo(200);
            needed(within(IN_THE_END, () -> needNeighbour(url)));
            assertThat(silent.connections()).isPositive();
        }
        provider.start();
        becomes(() -> status(url + path(), Tokens.of(role()).keyId("a-new-one").sign()) == 401);
        says(service, before, "The identity provider answers again");
        assertThat(service.log().substring(before))
                .containsOnlyOnce("The identity provider does not answer (localhost:" + provider.port());
        assertThat(service.log()).doesNotContain("OIDC Server is not available");
    }

    /** Case P11. */
    @Test
    void startsWithoutItsKeysAndSaysWhichAddressIsMeant() {
        OidcResource keys = new OidcResource();
        keys.start();
        OidcResource split = new OidcResource(keys);
        Map<String, String> config = with(split.start());
        String issuer = config.get("quarkus.oidc.auth-server-url");
        keys.stop();
        try (PackagedService service = PackagedService.start(config)) {
            String url = service.url() + path();
            unavailable(url, Tokens.of(role()).issuer(issuer).sign(), SOON);
            assertThat(service.log()).contains("localhost:" + keys.port() + "/jwks");
            assertThat(get(service.readiness()).asString()).contains("localhost:" + keys.port() + "/jwks");
            keys.start();
            becomes(() -> status(url, Tokens.of(role()).issuer(issuer).sign()) == 200);
        } finally {
            keys.stop();
            split.stop();
        }
    }

    /** The provider was up once, so that its address and its keys are known. */
    private Map<String, String> configuration() {
        return with(provider.start());
    }

    private Map<String, String> with(Map<String, String> identity) {
        Map<String, String> config = new HashMap<>(WAITS);
        config.putAll(identity);
        config.putAll(surroundings);
        return config;
    }

    private static void unavailable(String url, String token, Duration time) {
        within(time, () -> given().auth().oauth2(token).get(url))
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", endsWith(":unavailable"));
    }

    /** @param since how much it had said before */
    private static void says(PackagedService service, int since, String what) {
        becomes(() -> service.log().indexOf(what, since) >= 0);
    }

    private static List<String> trouble(String log) {
        return log.lines()
                .filter(line -> line.contains("\"level\":\"ERROR\"") || line.contains("does not answer ("))
                .toList();
    }

    private static void needed(Response response) {
        response.then().statusCode(anyOf(is(503), is(504))).body("detail", endsWith("."));
    }

    private static Response within(Duration time, Supplier<Response> request) {
        long begin = System.nanoTime();
        Response response = request.get();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(time);
        return response;
    }

    private static void becomes(Callable<Boolean> state) {
        await().atMost(PATIENCE).until(state);
    }

    private static int status(String url, String token) {
        return within(SOON, () -> given().auth().oauth2(token).get(url)).statusCode();
    }

    private Response get(String url) {
        return given().auth().oauth2(Tokens.token(role())).get(url);
    }
}
