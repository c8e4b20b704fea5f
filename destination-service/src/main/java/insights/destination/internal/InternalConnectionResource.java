package insights.destination.internal;

import insights.common.etag.Versions;
import insights.common.security.Roles;
import insights.destination.connection.HandedOutKey;
import insights.destination.field.ConnectionFields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** For export-service alone. No ingress leads here. */
@Path("/internal/connections/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.EXPORT_SERVICE)
@Tag(name = "Internal")
public class InternalConnectionResource {

    private final InternalConnections connections;

    InternalConnectionResource(InternalConnections connections) {
        this.connections = connections;
    }

    @GET
    @Operation(summary = "What a run must know", description = "Poll it with If-None-Match: 304 while nothing changed.")
    public RestResponse<InternalConnectionResponse> find(@PathParam("id") UUID id, @Context Request request) {
        InternalConnectionResponse connection = connections.find(id);
        EntityTag tag = Versions.tag(connection.version());
        if (request.evaluatePreconditions(tag) != null) {
            return RestResponse.ResponseBuilder.<InternalConnectionResponse>notModified(tag)
                    .build();
        }
        return RestResponse.ResponseBuilder.ok(connection)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    @GET
    @Path("/fields")
    @Operation(
            summary = "Which fields a data matching may fill",
            description = "The custom ones that exist included, as people see them at `/connections/{id}/fields`.")
    public ConnectionFields fields(@PathParam("id") UUID id) {
        return connections.fields(id);
    }

    @GET
    @Path("/api-key")
    @Operation(summary = "The API key in clear, for a run", description = "The ETag tells it from other keys.")
    public RestResponse<ApiKeyResponse> apiKey(@PathParam("id") UUID id) {
        HandedOutKey key = connections.takeKey(id);
        return RestResponse.ResponseBuilder.ok(new ApiKeyResponse(key.apiKey()))
                .tag(new EntityTag(key.id()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @PUT
    @Path("/attention")
    @Operation(
            summary = "Report that the destination refused the key in a run",
            description = "Without effect when another key was stored meanwhile.")
    public void attention(@PathParam("id") UUID id, @NotNull @Valid AttentionRequest request) {
        connections.keyRefused(id, request);
    }
}
