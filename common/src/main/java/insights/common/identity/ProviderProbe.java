package insights.common.identity;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Asks for what the provider is, and for its keys, before Quarkus does. Both are asked for when a service starts and when
 * a token names an unknown key, so that it costs little. Without it a provider whose keys are out of reach would end the
 * service at its start, since Quarkus knows only an {@link OIDCException} for trouble that passes; and nobody would be
 * told which address is meant.
 */
@ApplicationScoped
@Unremovable
@OidcEndpoint({OidcEndpoint.Type.DISCOVERY, OidcEndpoint.Type.JWKS})
public class ProviderProbe implements OidcRequestFilter {

    private static final int OK = 200;

    private final IdentityConfig config;
    private final ProviderOutage outage;

    ProviderProbe(IdentityConfig config, ProviderOutage outage) {
        this.config = config;
        this.outage = outage;
    }

    @Override
    public Uni<Void> filter(OidcRequestFilterContext context) {
        if (outage.isLeftAlone()) {
            return Uni.createFrom().failure(noAnswer(outage.address()));
        }
        HttpRequest<Buffer> probe =
                context.request().copy().timeout(config.answer().toMillis());
        return probe.send()
                .onFailure()
                .transform(failure -> away(probe, reason(failure)))
                .invoke(answer -> require(probe, answer))
                .replaceWithVoid();
    }

    private void require(HttpRequest<Buffer> probe, HttpResponse<Buffer> answer) {
        if (answer.statusCode() != OK) {
            throw away(probe, "it answers with status " + answer.statusCode());
        }
        outage.answered();
    }

    private OIDCException away(HttpRequest<Buffer> probe, String reason) {
        String address = "%s:%d%s".formatted(probe.host(), probe.port(), probe.uri());
        outage.missed(address, reason);
        return noAnswer(address);
    }

    private static OIDCException noAnswer(String address) {
        return new OIDCException("The identity provider does not answer at " + address);
    }

    private static String reason(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
