package insights.common.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How this service gets on with its identity provider. */
@ConfigMapping(prefix = "insights.identity")
public interface IdentityConfig {

    /** How long one of its answers is waited for: what it is, its keys, a token. */
    @WithDefault("3s")
    Duration answer();

    /** How often its keys are fetched anew, so that one which it has withdrawn counts no longer than that. */
    @WithDefault("5m")
    Duration keys();

    /** Whether it may be elsewhere without TLS: where a cluster's own network protects the way there, and for stand-ins. */
    @WithDefault("false")
    boolean allowHttp();

    /** Where it gives tokens, behind its address; Keycloak's unless said. Used by microprofile-config.properties. */
    Optional<String> tokenPath();
}
