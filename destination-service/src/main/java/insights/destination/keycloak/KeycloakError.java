package insights.destination.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Why Keycloak does not do what it is asked to. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record KeycloakError(String error) {

    /** Nobody has the id; a realm that is not there, and a proxy that lets nobody through, are another thing. */
    boolean isAboutTheUser() {
        return "User not found".equals(error);
    }
}
