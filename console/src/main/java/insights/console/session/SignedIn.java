package insights.console.session;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeSet;

/** Who is signed in, as the cookie of a request says. */
public final class SignedIn {

    private final SecurityIdentity identity;

    private SignedIn(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Whoever sent a request, unless nobody is signed in. */
    public static Optional<SignedIn> in(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                        && !user.getSecurityIdentity().isAnonymous()
                        && user.getSecurityIdentity().getCredential(AccessTokenCredential.class) != null
                ? Optional.of(new SignedIn(user.getSecurityIdentity()))
                : Optional.empty();
    }

    /** With what the services are called. It is for them only, and is in no answer. */
    public String accessToken() {
        return identity.getCredential(AccessTokenCredential.class).getToken();
    }

    /** What pages may know of the person: who, with which roles, signed in when (seconds since 1970). */
    JsonObject description() {
        JsonObject claims =
                claims(identity.getCredential(IdTokenCredential.class).getToken());
        String userName = claims.getString("preferred_username", claims.getString("sub"));
        return new JsonObject()
                .put("subject", claims.getString("sub"))
                .put("name", claims.getString("name", userName))
                .put("userName", userName)
                .put(
                        "roles",
                        new JsonArray(
                                new TreeSet<>(identity.getRoles()).stream().toList()))
                .put("signedInAt", claims.getLong("auth_time", claims.getLong("iat")));
    }

    /** It was verified when the session was read. */
    private static JsonObject claims(String token) {
        return new JsonObject(
                io.vertx.core.buffer.Buffer.buffer(Base64.getUrlDecoder().decode(token.split("\\.")[1])));
    }
}
