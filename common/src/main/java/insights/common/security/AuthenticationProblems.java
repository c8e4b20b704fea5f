package insights.common.security;

import insights.common.problem.CommonProblem;
import insights.common.problem.Problem;
import insights.common.request.RequestId;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers 401 with the challenge of the authentication mechanism. The problem extension has mappers of its own, but
 * those of 3.21.0 were compiled against a field of {@link ChallengeData} that Quarkus 3.34 no longer has.
 */
public class AuthenticationProblems {

    private static final int BEFORE_THE_EXTENSION = 4000;

    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = BEFORE_THE_EXTENSION)
    public Uni<Response> missing(RoutingContext context) {
        return unauthenticated(context, "Send a bearer token of the identity provider in the Authorization header.");
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = BEFORE_THE_EXTENSION)
    public Uni<Response> refused(RoutingContext context) {
        return unauthenticated(
                context,
                "The bearer token is expired, damaged, or meant for another service: sign in again to get a new one.");
    }

    /** The token may be right; nobody can tell while the identity provider does not answer and its keys are not known. */
    @ServerExceptionMapper(value = OIDCException.class, priority = BEFORE_THE_EXTENSION)
    public Response noProvider() {
        HttpProblem.Builder problem = Problem.builder(
                        CommonProblem.UNAVAILABLE,
                        "The identity provider does not answer, so that nobody can be let in: try again in a moment.")
                .withHeader("Retry-After", RETRY_AFTER_SECONDS);
        RequestId.current().ifPresent(id -> problem.with("requestId", id));
        return problem.build().toResponse();
    }

    private static Uni<Response> unauthenticated(RoutingContext context, String detail) {
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(context).map(challenge -> response(challenge, detail));
    }

    private static Response response(ChallengeData challenge, String detail) {
        HttpProblem.Builder problem = Problem.builder(CommonProblem.UNAUTHENTICATED, detail);
        RequestId.current().ifPresent(id -> problem.with("requestId", id));
        if (challenge != null) {
            challenge.getHeaders().forEach((name, value) -> problem.withHeader(name.toString(), value));
        }
        return problem.build().toResponse();
    }
}
