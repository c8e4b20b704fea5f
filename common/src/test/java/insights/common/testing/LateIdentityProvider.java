package insights.common.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A service starts when its identity provider does not answer yet, lets nobody in meanwhile, and works when it comes.
 * Bound by an IT of each service, against the packaged service in production.
 */
public abstract class LateIdentityProvider {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final OidcResource provider = new OidcResource();

    /** What the service needs to start but for the identity provider. */
    protected abstract Map<String, String> surroundings();

    /** Ends what {@link #surroundings()} began. */
    protected abstract void endSurroundings();

    /** A path that the role may GET. */
    protected abstract String path();

    protected abstract String role();

    @AfterEach
    void end() {
        provider.stop();
        endSurroundings();
    }

    @Test
    void startsWithoutItAndWorksWhenItComes() {
        // Up once, so that its address and its keys are known.
        Map<String, String> config = new HashMap<>(provider.start());
        provider.stop();
        config.putAll(surroundings());
        try (PackagedService service = PackagedService.start(config)) {
            String url = service.url() + path();
            assertThat(get(url).asString()).contains("urn:insights:problem:unavailable");
            provider.start();
            assertThat(firstSuccess(url)).isEqualTo(200);
        }
    }

    private int firstSuccess(String url) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int status = get(url).statusCode();
        while (status != 200 && System.nanoTime() < end) {
            status = get(url).statusCode();
        }
        return status;
    }

    private Response get(String url) {
        return given().auth().oauth2(Tokens.token(role())).get(url);
    }
}
