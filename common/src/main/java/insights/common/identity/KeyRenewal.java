package insights.common.identity;

import io.quarkus.oidc.runtime.OidcProvider;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Fetches the identity provider's keys anew from time to time. Quarkus does it for tokens of keys that it does not know, and
 * so never learns that a key was withdrawn: whoever stole it could make tokens for as long as the service lives. By its
 * documentation its cache of keys that end ({@code quarkus.oidc.jwks.resolve-early=false}) asks for them when they are needed: nobody
 * would be let in while the provider is away.
 */
@ApplicationScoped
class KeyRenewal {

    /** Not one that anybody could have: it is refused once the keys are there. */
    private static final String NO_TOKEN = "e30.e30.";

    private final TenantConfigBean tenants;
    private final IdentityConfig config;
    private final Vertx vertx;

    KeyRenewal(TenantConfigBean tenants, IdentityConfig config, Vertx vertx) {
        this.tenants = tenants;
        this.config = config;
        this.vertx = vertx;
    }

    void begin(@Observes StartupEvent event) {
        vertx.setPeriodic(config.keys().toMillis(), timer -> renew());
    }

    private void renew() {
        TenantConfigContext tenant = tenants.getDefaultTenant();
        OidcProvider provider = tenant == null ? null : tenant.provider();
        if (provider != null && tenant.ready()) {
            // Where they cannot be had, the old ones stay, and ProviderProbe says so.
            provider.refreshJwksAndVerifyJwtToken(NO_TOKEN, false, false, null)
                    .subscribe()
                    .with(never -> {}, refused -> {});
        }
    }
}
