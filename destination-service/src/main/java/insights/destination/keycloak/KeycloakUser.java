package insights.destination.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A person at Keycloak. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record KeycloakUser(Boolean enabled) {}
