package insights.common.start;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** In production: who says who somebody is must be known, and nobody may be able to speak in its place. */
@ApplicationScoped
class IdentityCheck implements StartCheck {

    private static final String ISSUER = "quarkus.oidc.auth-server-url";

    private static final String SECRET = "quarkus.oidc-client.credentials.secret";

    /** Other ways to prove who the client is: the secret elsewhere, or a key with which tokens are signed. */
    private static final List<String> INSTEAD = Stream.of(
                    "client-secret.value",
                    "client-secret.provider.key",
                    "jwt.secret",
                    "jwt.secret-provider.key",
                    "jwt.key",
                    "jwt.key-file",
                    "jwt.key-store-file",
                    "jwt.token-path")
            .map("quarkus.oidc-client.credentials."::concat)
            .toList();

    /** Where a provider's parts can be said to be elsewhere. */
    private static final List<String> ADDRESSES = List.of(
            ISSUER,
            "quarkus.oidc.jwks-path",
            "quarkus.oidc-client.auth-server-url",
            "quarkus.oidc-client.token-path",
            "insights.export-users.keycloak");

    private static final String ALLOW_HTTP = "insights.identity.allow-http";

    private final Settings settings;

    IdentityCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (!settings.isProduction()) {
            return faults;
        }
        if (settings.address(ISSUER).isEmpty()) {
            faults.add(ISSUER + " is missing: give it the address of the realm, https://….");
        }
        if (Stream.concat(Stream.of(SECRET), INSTEAD.stream())
                .allMatch(name -> settings.text(name).isEmpty())) {
            faults.add(SECRET + " is missing: give it the secret of this service's client at the identity provider.");
        }
        ADDRESSES.forEach(name -> unsafe(name)
                .ifPresent(address -> faults.add(
                        ("%s is %s: it must begin with https, or whoever sits between hands out roles; where the network itself protects"
                                        + " the way, say %s=true.")
                                .formatted(name, address, ALLOW_HTTP))));
        return faults;
    }

    /** Paths are part of the issuer's address. */
    private Optional<URI> unsafe(String name) {
        boolean allowed =
                settings.text(ALLOW_HTTP).filter("true"::equalsIgnoreCase).isPresent();
        return settings.address(name).filter(address -> !allowed && !Nearness.isSafe(address));
    }
}
