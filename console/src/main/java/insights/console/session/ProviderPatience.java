package insights.console.session;

import insights.console.outage.Outage;
import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives every request to the identity provider an end, as the services do: Quarkus waits without one for a provider that accepts
 * connections and does not answer. One that answers that it cannot is away, too.
 */
@ApplicationScoped
@Unremovable
class ProviderPatience implements OidcRequestFilter, OidcResponseFilter {

    private static final int SERVER_ERROR = 500;

    private final Duration answer;
    private final Outage outage = new Outage("The identity provider");

    /** @param answer for how long it is waited for */
    ProviderPatience(@ConfigProperty(name = "insights.identity.answer", defaultValue = "3s") Duration answer) {
        this.answer = answer;
    }

    Outage outage() {
        return outage;
    }

    @Override
    public Uni<Void> filter(OidcRequestFilterContext context) {
        context.request().timeout(answer.toMillis());
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> filter(OidcResponseFilterContext context) {
        int status = context.statusCode();
        if (status >= SERVER_ERROR) {
            return Uni.createFrom().failure(new ProviderAwayException("it answered " + status));
        }
        outage.answered();
        return Uni.createFrom().voidItem();
    }
}
