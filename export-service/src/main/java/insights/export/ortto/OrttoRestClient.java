package insights.export.ortto;

import insights.export.line.UntracedHttp;
import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The part of Ortto's API that an export needs ({@code ortto-api.md}, "Endpoints"); reads are posts, too. Package-private, so
 * that everybody goes through {@link OrttoAccount}, which keeps to the pace and knows the errors.
 */
@RegisterRestClient(configKey = "ortto")
@RegisterProvider(UntracedHttp.class)
@Consumes(MediaType.APPLICATION_JSON)
interface OrttoRestClient {

    String KEY = "X-Api-Key";

    @POST
    @Path("/person/merge")
    Response merge(@Url String endpoint, @HeaderParam(KEY) String key, String people);

    @POST
    @Path("/person/get")
    Response people(@Url String endpoint, @HeaderParam(KEY) String key, String query);

    @POST
    @Path("/person/get-by-ids")
    Response byIds(@Url String endpoint, @HeaderParam(KEY) String key, String query);

    @PUT
    @Path("/person/archive")
    Response archive(@Url String endpoint, @HeaderParam(KEY) String key, String people);

    @DELETE
    @Path("/person/delete")
    Response delete(@Url String endpoint, @HeaderParam(KEY) String key, String people);

    @POST
    @Path("/tags/get")
    Response tags(@Url String endpoint, @HeaderParam(KEY) String key, String query);

    @POST
    @Path("/person/custom-field/get")
    Response fields(@Url String endpoint, @HeaderParam(KEY) String key, String query);

    @POST
    @Path("/person/custom-field/create")
    Response createField(@Url String endpoint, @HeaderParam(KEY) String key, String field);
}
