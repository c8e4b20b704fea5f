package insights.destination.keycloak;

import insights.common.outage.Outage;
import insights.common.security.Roles;
import insights.destination.connection.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks Keycloak about people. Whatever goes wrong on the way is a {@link StandingUnknownException}. */
@ApplicationScoped
class KeycloakClient {

    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private static final Outage OUTAGE = new Outage(KeycloakClient.class, "Keycloak's admin API");
    private static final Outage ROLES_OUTAGE = new Outage(KeycloakClient.class, "Keycloak, asked for roles,");

    private final KeycloakRestClient keycloak;

    KeycloakClient(@RestClient KeycloakRestClient keycloak) {
        this.keycloak = keycloak;
    }

    Standing standing(String subject) {
        Standing standing = answer(() -> keycloak.user(subject), KeycloakClient::ofUser);
        return standing == Standing.ENABLED ? answer(() -> keycloak.roles(subject), KeycloakClient::ofRoles) : standing;
    }

    private static Standing ofUser(Response response) {
        if (response.getStatus() == NOT_FOUND
                && response.readEntity(KeycloakError.class).isAboutTheUser()) {
            return Standing.GONE;
        }
        requireOk(response);
        Boolean enabled = response.readEntity(KeycloakUser.class).enabled();
        if (enabled == null) {
            throw new StandingUnknownException("it does not say whether somebody is enabled");
        }
        return enabled ? Standing.ENABLED : Standing.DISABLED;
    }

    private static Standing ofRoles(Response response) {
        requireOk(response);
        List<KeycloakRole> roles = response.readEntity(new GenericType<>() {});
        if (roles.isEmpty()) {
            // People have at least those that everybody gets; releases after 26.5 show none to who may see no realm.
            ROLES_OUTAGE.missed("it shows none: give the client view-realm too");
            return Standing.ENABLED;
        }
        ROLES_OUTAGE.answered();
        return roles.stream().map(KeycloakRole::name).anyMatch(Roles.ADMIN::equals)
                ? Standing.ADMINISTRATOR
                : Standing.NOT_ADMINISTRATOR;
    }

    private static void requireOk(Response response) {
        if (response.getStatus() == FORBIDDEN) {
            throw new StandingUnknownException(
                    "it answered 403: the service account of this service's client has not the role view-users");
        }
        if (response.getStatus() != OK) {
            throw new StandingUnknownException("it answered " + response.getStatus());
        }
    }

    private static Standing answer(Supplier<Response> request, Function<Response, Standing> read) {
        try (Response response = request.get()) {
            Standing standing = read.apply(response);
            OUTAGE.answered();
            return standing;
        } catch (StandingUnknownException e) {
            OUTAGE.missed(e.getMessage());
            throw e;
        } catch (RuntimeException e) {
            // No connection, no token, no readable answer: each has exceptions of its own, which may repeat what was
            // read.
            OUTAGE.missed(e.getClass().getSimpleName());
            throw new StandingUnknownException(e);
        }
    }
}
