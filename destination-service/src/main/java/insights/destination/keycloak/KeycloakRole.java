package insights.destination.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A role at Keycloak. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record KeycloakRole(String name) {}
