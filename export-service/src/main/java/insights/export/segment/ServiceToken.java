package insights.export.segment;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import jakarta.enterprise.context.ApplicationScoped;

/** The bearer token of this service's own identity, got anew when it is about to expire. */
@ApplicationScoped
class ServiceToken {

    private final OidcClient client;
    private Tokens tokens;

    ServiceToken(OidcClient client) {
        this.client = client;
    }

    synchronized String get() {
        if (tokens == null || tokens.isAccessTokenExpired() || tokens.isAccessTokenWithinRefreshInterval()) {
            try {
                tokens = client.getTokens().await().indefinitely();
            } catch (RuntimeException e) {
                throw SegmentClient.unavailable();
            }
        }
        return tokens.getAccessToken();
    }
}
