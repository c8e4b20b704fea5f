package insights.common.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes the current request, by the token that came with it. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    public Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The subject: stable, unique, and not personal data by itself. What records refer to. */
    public String subject() {
        return token().getSubject();
    }

    /** The name a person signs in with, for people to read; the subject where there is none. */
    public String name() {
        String name = token().getClaim("preferred_username");
        return name == null ? subject() : name;
    }

    /** Whether the caller has the role, by itself or included in another. */
    public boolean is(String role) {
        return identity.hasRole(role);
    }

    /** Whether the caller is another service or the platform, and no person. */
    public boolean isMachine() {
        return Roles.OF_MACHINES.stream().anyMatch(this::is);
    }

    /** When the person last proved who they are ({@code auth_time} of OpenID Connect Core §2), if the token says so. */
    public Optional<Instant> authenticatedAt() {
        Object seconds = token().getClaim("auth_time");
        return seconds instanceof Number number
                ? Optional.of(Instant.ofEpochSecond(number.longValue()))
                : seconds == null
                        ? Optional.empty()
                        : Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds.toString())));
    }

    /** Until when the caller is known by this token. */
    public Instant knownUntil() {
        return Instant.ofEpochSecond(token().getExpirationTime());
    }

    private JsonWebToken token() {
        return (JsonWebToken) identity.getPrincipal();
    }
}
