package insights.export.segment;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** The bearer token of this service's own identity, got anew when it is about to expire. Who waits for one waits together. */
@ApplicationScoped
class ServiceToken {

    /** Above insights.identity.answer, which is the one that counts. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OidcClient client;
    private final TokensHelper tokens = new TokensHelper();
    private volatile boolean wasRefused;

    ServiceToken(OidcClient client) {
        this.client = client;
    }

    String get() {
        boolean anew = wasRefused;
        wasRefused = false;
        try {
            return tokens.getTokens(client, Map.of(), anew)
                    .await()
                    .atMost(PATIENCE)
                    .getAccessToken();
        } catch (RuntimeException e) {
            throw SegmentClient.unavailable();
        }
    }

    /** The identity provider has new keys, and the one that the token was signed with is withdrawn: the next one is another. */
    void wasRefused() {
        wasRefused = true;
    }
}
