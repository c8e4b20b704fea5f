package insights.segment.announcement;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** export-service's hook for erased profiles, called with this service's own identity. */
@Path("/hooks/profiles-erased")
@RegisterRestClient(configKey = "export-service")
@OidcClientFilter
interface ErasureHookRestClient {

    /**
     * Who was erased.
     *
     * @param addresses those that they had, by their ids
     */
    @RegisterForReflection
    record ProfilesErased(List<String> profileIds, Map<String, List<String>> addresses) {

        /** Hides the people. */
        @Override
        public String toString() {
            return "ProfilesErased[…]";
        }
    }

    /** Any answer but 2xx is thrown. */
    @POST
    void announce(ProfilesErased erased);
}
