package insights.destination.connection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.common.etag.Versions;
import insights.common.page.ListOrder;
import insights.common.page.Page;
import insights.common.security.Roles;
import insights.destination.type.ConnectionType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/connections")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Connections", description = "Where data may go: accounts at destinations")
public class ConnectionResource {

    private final NewConnectionService newConnections;
    private final ConnectionService connections;

    ConnectionResource(NewConnectionService newConnections, ConnectionService connections) {
        this.newConnections = newConnections;
        this.connections = connections;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createConnection",
            summary = "Make a connection",
            description =
                    "With a key, the destination is asked about it before anything is saved (once; again, up to twice,"
                            + " where it cannot be reached). Without a key: a draft.")
    @APIResponseSchema(
            value = ConnectionResponse.class,
            responseCode = "201",
            responseDescription = "Made; Location has its address")
    @APIResponse(responseCode = "409", description = "`name-taken`, `api-key-in-use`")
    @APIResponse(
            responseCode = "422",
            description = "`validation-failed`, `consent-required`, `consent-outdated`, `endpoint-not-allowed`,"
                    + " `api-key-refused`")
    @APIResponse(responseCode = "502", description = "`destination-unreachable`, `not-the-destination`")
    @APIResponse(responseCode = "503", description = "`destination-throttled`, `unavailable`")
    @APIResponse(responseCode = "504", description = "`destination-too-slow`")
    public RestResponse<ConnectionResponse> create(@NotNull @Valid ConnectionRequest request) {
        ConnectionResponse made = newConnections.create(request);
        return RestResponse.ResponseBuilder.<ConnectionResponse>create(RestResponse.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/connections/" + made.id())
                .entity(made)
                .tag(Versions.tag(made.version(), made))
                .build();
    }

    @GET
    @RolesAllowed({Roles.CONTRIBUTOR, Roles.EXPORT_SERVICE})
    @Operation(
            operationId = "listConnections",
            summary = "List connections",
            description =
                    "By name, unless `sort` says otherwise. Administrators see all of all, with the number of exports"
                            + " that use each; contributors a summary of the shared ones.")
    public Page<ConnectionView> list(
            @Parameter(description = "Part of the display name, whatever the case") @QueryParam("q") @Size(max = 100)
                    String q,
            @Parameter(description = "Of one of these; may be repeated") @QueryParam("type") List<ConnectionType> types,
            @Parameter(description = "One of these; may be repeated") @QueryParam("status")
                    List<ConnectionStatus> statuses,
            @Parameter(description = "Whether contributors may use it") @QueryParam("sharedWithContributors")
                    Boolean shared,
            @Parameter(
                            description = "With a minus before it: backwards",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"displayName", "-displayName", "createdAt", "-createdAt"}))
                    @QueryParam("sort")
                    @DefaultValue(ListOrder.BY_NAME)
                    ListOrder sort,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("after") String after,
            @Context UriInfo uri) {
        ConnectionQuery query = new ConnectionQuery(q, types, statuses, shared, sort, after);
        return Page.of(connections.list(query, limit + 1), limit, item -> sort.key(item.displayName(), item.id()), uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            operationId = "getConnection",
            summary = "Read a connection",
            description = "Contributors get the summary, of shared connections only.")
    public RestResponse<ConnectionView> find(@PathParam("id") UUID id) {
        ConnectionService.Found found = connections.read(id);
        return RestResponse.ResponseBuilder.ok(found.view())
                .tag(Versions.tag(found.version(), found.view()))
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "editConnection",
            summary = "Edit a connection",
            description = "A JSON merge patch of the version in If-Match. What changes nothing makes no new version."
                    + " Where a key is stored, another endpoint must accept it before it is saved.")
    @APIResponseSchema(
            value = ConnectionResponse.class,
            responseCode = "200",
            responseDescription = "The connection as it is now")
    @APIResponse(responseCode = "409", description = "`name-taken`")
    @APIResponse(responseCode = "422", description = "`validation-failed`, `endpoint-not-allowed`, `api-key-refused`")
    @APIResponse(responseCode = "502", description = "`destination-unreachable`, `not-the-destination`")
    @APIResponse(responseCode = "503", description = "`destination-throttled`, `unavailable`")
    @APIResponse(responseCode = "504", description = "`destination-too-slow`")
    public RestResponse<ConnectionResponse> edit(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ConnectionEdit.class))) @NotNull
                    ObjectNode patch) {
        return tagged(connections.edit(id, ifMatch, patch));
    }

    static RestResponse<ConnectionResponse> tagged(ConnectionResponse connection) {
        return RestResponse.ResponseBuilder.ok(connection)
                .tag(Versions.tag(connection.version(), connection))
                .build();
    }
}
