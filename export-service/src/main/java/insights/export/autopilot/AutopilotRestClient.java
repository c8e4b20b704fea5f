package insights.export.autopilot;

import insights.export.line.UntracedHttp;
import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The part of Autopilot's REST API that an export needs ({@code autopilot-api.md}, "Endpoints"). Package-private, so that
 * everybody goes through {@link AutopilotAccount}, which keeps to the pace and knows the errors.
 */
@RegisterRestClient(configKey = "autopilot")
@RegisterProvider(UntracedHttp.class)
@Consumes(MediaType.APPLICATION_JSON)
interface AutopilotRestClient {

    String KEY = "autopilotapikey";

    @POST
    @Path("/contacts")
    Response upsert(@Url String endpoint, @HeaderParam(KEY) String key, String contacts);

    @POST
    @Path("/contact")
    Response upsertOne(@Url String endpoint, @HeaderParam(KEY) String key, String contact);

    @GET
    @Path("/lists")
    Response lists(@Url String endpoint, @HeaderParam(KEY) String key);

    @POST
    @Path("/list")
    Response createList(@Url String endpoint, @HeaderParam(KEY) String key, String list);

    @GET
    @Path("/list/{list}/contacts")
    Response listed(@Url String endpoint, @HeaderParam(KEY) String key, @PathParam("list") String list);

    @GET
    @Path("/list/{list}/contacts/{bookmark}")
    Response listed(
            @Url String endpoint,
            @HeaderParam(KEY) String key,
            @PathParam("list") String list,
            @PathParam("bookmark") String bookmark);

    @GET
    @Path("/contact/{contact}")
    Response contact(@Url String endpoint, @HeaderParam(KEY) String key, @PathParam("contact") String contact);

    @DELETE
    @Path("/contact/{contact}")
    Response delete(@Url String endpoint, @HeaderParam(KEY) String key, @PathParam("contact") String contact);

    @POST
    @Path("/list/{list}/contact/{contact}")
    Response join(
            @Url String endpoint,
            @HeaderParam(KEY) String key,
            @PathParam("list") String list,
            @PathParam("contact") String contact);

    @DELETE
    @Path("/list/{list}/contact/{contact}")
    Response leave(
            @Url String endpoint,
            @HeaderParam(KEY) String key,
            @PathParam("list") String list,
            @PathParam("contact") String contact);
}
