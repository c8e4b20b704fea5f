package insights.destination.autopilot;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Autopilot's API, as far as this service needs it. Package-private: {@link AutopilotClient} decorates it. */
@RegisterRestClient(configKey = "autopilot")
interface AutopilotRestClient {

    @GET
    @Path("/account")
    Response account(@Url String endpoint, @HeaderParam("autopilotapikey") String apiKey);

    @GET
    @Path("/contacts/custom_fields")
    Response customFields(@Url String endpoint, @HeaderParam("autopilotapikey") String apiKey);
}
