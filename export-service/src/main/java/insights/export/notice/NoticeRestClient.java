package insights.export.notice;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Whoever an installation tells of its runs. */
@RegisterRestClient(configKey = "notices")
interface NoticeRestClient {

    @POST
    @Consumes("application/cloudevents+json; charset=UTF-8")
    Response post(
            @Url String url,
            @HeaderParam("webhook-id") String id,
            @HeaderParam("webhook-timestamp") long epochSecond,
            @HeaderParam("webhook-signature") String signature,
            byte[] event);
}
