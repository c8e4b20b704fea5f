package insights.destination.keycloak;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Whether Keycloak is asked about export users. */
@ConfigMapping(prefix = "insights.export-users")
interface KeycloakConfig {

    /** The address of the realm's admin API, {@code https://…/admin/realms/<realm>}; empty: nobody is asked. */
    Optional<URI> keycloak();

    /** How often. */
    @WithDefault("5m")
    Duration every();
}
