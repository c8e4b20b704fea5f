package insights.destination.ortto;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Ortto's API, as far as this service needs it. Package-private: {@link OrttoClient} decorates it. */
@RegisterRestClient(configKey = "ortto")
@Consumes(MediaType.APPLICATION_JSON)
interface OrttoRestClient {

    String KEY = "X-Api-Key";

    @POST
    @Path("/person/get")
    Response people(@Url String endpoint, @HeaderParam(KEY) String apiKey, String query);

    @POST
    @Path("/person/custom-field/get")
    Response customFields(@Url String endpoint, @HeaderParam(KEY) String apiKey, String query);
}
