package insights.common.identity;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Gives every request to the identity provider an end. Quarkus waits without one for a provider that accepts connections
 * and does not answer: {@code quarkus.oidc.connection-timeout} is about connecting.
 */
@ApplicationScoped
@Unremovable
public class ProviderPatience implements OidcRequestFilter {

    private final IdentityConfig config;

    ProviderPatience(IdentityConfig config) {
        this.config = config;
    }

    @Override
    public Uni<Void> filter(OidcRequestFilterContext context) {
        context.request().timeout(config.answer().toMillis());
        return Uni.createFrom().voidItem();
    }
}
