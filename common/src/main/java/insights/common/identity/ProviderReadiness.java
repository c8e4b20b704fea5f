package insights.common.identity;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the keys of the identity provider are known, since nobody can be let in without them; asking is also what
 * makes the service look for them again. A provider that goes away later takes nobody's readiness: tokens can still be
 * told right from wrong, and no other replica could do more.
 */
@Readiness
@ApplicationScoped
class ProviderReadiness implements AsyncHealthCheck {

    private static final String NAME = "Identity provider";

    private final TenantConfigBean tenants;
    private final ProviderOutage outage;

    ProviderReadiness(TenantConfigBean tenants, ProviderOutage outage) {
        this.tenants = tenants;
        this.outage = outage;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return tenants.getDefaultTenant()
                .initialize()
                .map(TenantConfigContext::ready)
                .onFailure()
                .recoverWithItem(false)
                .map(this::answer);
    }

    private HealthCheckResponse answer(boolean keysAreKnown) {
        return keysAreKnown
                ? HealthCheckResponse.up(NAME)
                : HealthCheckResponse.named(NAME)
                        .down()
                        .withData("address", outage.address())
                        .withData("reason", "its keys are not known yet, so that nobody can be let in")
                        .build();
    }
}
