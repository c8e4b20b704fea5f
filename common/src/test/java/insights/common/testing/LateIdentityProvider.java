package insights.common.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A service starts when its identity provider does not answer yet, lets nobody in meanwhile, and works when it comes; and
 * whoever it needs may hang, everybody gets an answer. Bound by an IT of each service, against the packaged service in
 * production.
 */
public abstract class LateIdentityProvider {

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

    /**
     * What the service needs to start but for the identity provider.
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

    @AfterEach
    void end() {
        provider.stop();
        neighbour.close();
        endSurroundings();
    }

    @Test
    void startsWithoutItAndWorksWhenItComes() {
        Map<String, String> config = configuration();
        provider.stop();
        try (PackagedService service = PackagedService.start(config)) {
            String url = service.url() + path();
            unavailable(url, Tokens.token(role()), SOON);
            provider.start();
            assertThat(becomes(() -> get(url).statusCode() == 200)).isTrue();
        }
    }

    @Test
    void startsWhileItHangsAndSaysSo() {
        Map<String, String> config = configuration();
        provider.stop();
        SilentServer silent = SilentServer.at(provider.port());
        try (PackagedService service = PackagedService.start(config)) {
            String url = service.url() + path();
            within(AT_ONCE, () -> given().get(url)).then().statusCode(401);
            unavailable(url, Tokens.token(role()), SOON);
            assertThat(get(service.readiness()).asString())
                    .contains("Identity provider", "localhost:" + provider.port(), "its keys are not known yet");
            silent.close();
            provider.start();
            // Nobody comes but whoever asks whether it is ready.
            assertThat(becomes(() -> get(service.readiness()).statusCode() == 200))
                    .isTrue();
            assertThat(get(url).statusCode()).isEqualTo(200);
        }
        assertThat(silent.connections()).isPositive();
    }

    @Test
    void goesOnWhenItHangsLater() {
        try (PackagedService service = PackagedService.start(configuration())) {
            String url = service.url();
            assertThat(get(url + path()).statusCode()).isEqualTo(200);
            needed(within(IN_THE_END, () -> needNeighbour(url)));
            provider.stop();
            try (SilentServer silent = SilentServer.at(provider.port())) {
                String newKey = Tokens.of(role()).keyId("a-new-one").sign();
                // Keys are fetched anew so often and not more often.
                assertThat(becomes(() -> status(url + path(), newKey) == 503)).isTrue();
                unavailable(url + path(), newKey, SOON);
                assertThat(get(url + path()).statusCode()).isEqualTo(200);
                assertThat(get(service.readiness()).statusCode()).isEqualTo(200);
                needed(within(IN_THE_END, () -> needNeighbour(url)));
                assertThat(silent.connections()).isPositive();
            }
            provider.start();
            assertThat(becomes(() -> status(
                                    url + path(),
                                    Tokens.of(role()).keyId("a-new-one").sign())
                            == 401))
                    .isTrue();
            assertThat(service.log())
                    .containsOnlyOnce("The identity provider does not answer (localhost:" + provider.port())
                    .contains("The identity provider answers again")
                    .doesNotContain("OIDC Server is not available");
        }
    }

    @Test
    void startsWithoutItsKeysAndSaysWhichAddressIsMeant() {
        OidcResource keys = new OidcResource();
        keys.start();
        OidcResource split = new OidcResource(keys);
        Map<String, String> config = new HashMap<>(split.start());
        String issuer = config.get("quarkus.oidc.auth-server-url");
        keys.stop();
        config.putAll(surroundings(neighbour.url()));
        try (PackagedService service = PackagedService.start(config)) {
            String url = service.url() + path();
            unavailable(url, Tokens.of(role()).issuer(issuer).sign(), SOON);
            assertThat(service.log()).contains("localhost:" + keys.port() + "/jwks");
            assertThat(get(service.readiness()).asString()).contains("localhost:" + keys.port() + "/jwks");
            keys.start();
            assertThat(becomes(
                            () -> status(url, Tokens.of(role()).issuer(issuer).sign()) == 200))
                    .isTrue();
        } finally {
            keys.stop();
            split.stop();
        }
    }

    @Test
    void answersWhileItsDatabaseHangs() {
        Map<String, String> config = configuration();
        String database = config.get("quarkus.datasource.jdbc.url");
        int port = Integer.parseInt(database.replaceAll(".*:(\\d+)/.*", "$1"));
        try (Freezer freezer = Freezer.before(port)) {
            config.put("quarkus.datasource.jdbc.url", database.replace(":" + port + "/", ":" + freezer.port() + "/"));
            try (PackagedService service = PackagedService.start(config)) {
                String url = service.url() + path();
                assertThat(get(url).statusCode()).isEqualTo(200);
                freezer.freeze();
                // Connections that were used this moment are not tried before they are used again.
                assertThat(becomes(() -> get(service.readiness()).statusCode() == 503))
                        .isTrue();
                unavailable(url, Tokens.token(role()), IN_THE_END);
                freezer.thaw();
                assertThat(becomes(() -> get(url).statusCode() == 200)).isTrue();
                assertThat(trouble(service))
                        .hasSizeBetween(1, MOST_LINES)
                        .noneMatch(line -> line.contains("stackTrace"));
                assertThat(service.log()).contains("The database answers again");
            }
        }
    }

    /** The provider was up once, so that its address and its keys are known. */
    private Map<String, String> configuration() {
        Map<String, String> config = new HashMap<>(provider.start());
        config.putAll(surroundings(neighbour.url()));
        return config;
    }

    private static void unavailable(String url, String token, Duration time) {
        within(time, () -> given().auth().oauth2(token).get(url))
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", endsWith(":unavailable"));
    }

    private static List<String> trouble(PackagedService service) {
        return service.log()
                .lines()
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

    private static boolean becomes(BooleanSupplier state) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!state.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
        }
        return true;
    }

    private static int status(String url, String token) {
        return within(SOON, () -> given().auth().oauth2(token).get(url)).statusCode();
    }

    private Response get(String url) {
        return given().auth().oauth2(Tokens.token(role())).get(url);
    }
}
