package insights.destination.keycloak;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Keycloak's admin API, as far as this service needs it and the role {@code view-users} allows. Two requests and two fields: an
 * extension would bring its whole client. Package-private: {@link KeycloakClient} decorates it.
 */
@RegisterRestClient(configKey = "keycloak")
@OidcClientFilter
@Path("/users/{subject}")
interface KeycloakRestClient {

    @GET
    Response user(@PathParam("subject") String subject);

    /** With those that come with other roles and with groups. */
    @GET
    @Path("/role-mappings/realm/composite")
    Response roles(@PathParam("subject") String subject);
}
