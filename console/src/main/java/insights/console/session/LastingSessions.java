package insights.console.session;

import insights.console.problem.Problem;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Signs in as Quarkus does, but does not sign anybody out because the identity provider is away for a moment: what it was asked about
 * a session is asked again with the next request, and this one is a 503.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class LastingSessions implements HttpAuthenticationMechanism {

    private static final String AWAY = LastingSessions.class.getName();

    private final OidcAuthenticationMechanism oidc;
    private final ProviderPatience provider;

    LastingSessions(OidcAuthenticationMechanism oidc, ProviderPatience provider) {
        this.oidc = oidc;
        this.provider = provider;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        return oidc.authenticate(context, identities)
                .onFailure(LastingSessions::isAway)
                .invoke(failure -> {
                    provider.outage()
                            .missed(causes(failure)
                                    .filter(ProviderAwayException.class::isInstance)
                                    .findFirst()
                                    .orElseGet(() -> new ProviderAwayException("no answer")));
                    context.put(AWAY, true);
                    // Quarkus asks the mechanism that is noted there for the challenge.
                    context.put(HttpAuthenticationMechanism.class.getName(), this);
                });
    }

    /** Quarkus would take the session's cookies away. */
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        if (context.get(AWAY) == null) {
            return oidc.sendChallenge(context);
        }
        Problem.unavailable("The identity provider").answer(context);
        return Uni.createFrom().item(true);
    }

    /** A {@code NullPointerException} is what Quarkus (3.33) makes of a provider that closes the connection or lets one wait. */
    private static boolean isAway(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof ProviderAwayException
                        || cause instanceof IOException
                        || cause instanceof TimeoutException
                        || cause instanceof VertxException
                        || cause instanceof NullPointerException);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return oidc.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return oidc.getCredentialTransport(context);
    }

    @Override
    public int getPriority() {
        return oidc.getPriority();
    }
}
