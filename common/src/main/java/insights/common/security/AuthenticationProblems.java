package insights.common.security;

import insights.common.identity.ProviderOutage;
import insights.common.problem.Causes;
import insights.common.problem.CommonProblem;
import insights.common.problem.HttpProblem;
import insights.common.problem.Problem;
import insights.common.problem.ProblemResponses;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jose4j.lang.UnresolvableKeyException;

/** Answers 401 with the challenge of the authentication mechanism, and 403 to who is known and may not. */
@ApplicationScoped
public class AuthenticationProblems {

    /** Before the mappers of Quarkus, which have {@link jakarta.ws.rs.Priorities#USER} and more. */
    private static final int FIRST = 1000;

    private final ProblemResponses responses;
    private final CurrentIdentityAssociation identity;
    private final ProviderOutage provider;

    AuthenticationProblems(ProblemResponses responses, CurrentIdentityAssociation identity, ProviderOutage provider) {
        this.responses = responses;
        this.identity = identity;
        this.provider = provider;
    }

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = FIRST)
    public Uni<Response> missing(RoutingContext context) {
        return unauthenticated(context, "Send a bearer token of the identity provider in the Authorization header.");
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = FIRST)
    public Uni<Response> refused(AuthenticationFailedException refusal, RoutingContext context) {
        if (isUnproven(refusal)) {
            return Uni.createFrom().item(noProvider());
        }
        return unauthenticated(
                context,
                "The bearer token is expired, damaged, or meant for another service: sign in again to get a new one.");
    }

    @ServerExceptionMapper(value = ForbiddenException.class, priority = FIRST)
    public Uni<Response> forbidden() {
        return identity.getDeferredIdentity()
                .map(caller -> caller.hasRole(Roles.ADMIN)
                        ? "This is for services to do, no person may."
                        : "Your role does not allow this; ask an administrator.")
                .map(detail -> responses.of(Problem.of(CommonProblem.FORBIDDEN, detail)));
    }

    /** The token may be right; nobody can tell while the identity provider does not answer and its keys are not known. */
    @ServerExceptionMapper(value = OIDCException.class, priority = FIRST)
    public Response noProvider() {
        return responses.of(Problem.unavailable(
                "The identity provider does not answer, so that nobody can be let in: try again in a moment."));
    }

    /** A token of a key that is not known here is not wrong while the provider cannot be asked for its keys. */
    private boolean isUnproven(AuthenticationFailedException refusal) {
        return Causes.find(refusal, OIDCException.class) != null
                || provider.isAway() && Causes.find(refusal, UnresolvableKeyException.class) != null;
    }

    private Uni<Response> unauthenticated(RoutingContext context, String detail) {
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(context).map(challenge -> response(challenge, detail));
    }

    private Response response(ChallengeData challenge, String detail) {
        HttpProblem.Builder problem = Problem.builder(CommonProblem.UNAUTHENTICATED, detail);
        if (challenge != null) {
            challenge.getHeaders().forEach((name, value) -> problem.withHeader(name.toString(), value));
        }
        return responses.of(problem.build());
    }
}
