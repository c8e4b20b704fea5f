package insights.segment.imports;

import insights.common.page.Cursor;
import insights.common.page.Page;
import insights.common.page.RequestOrder;
import insights.common.security.Caller;
import insights.common.security.Person;
import insights.common.security.Roles;
import insights.segment.imports.log.ImportLog;
import insights.segment.imports.log.ImportQuery;
import insights.segment.imports.log.ImportResponse;
import insights.segment.imports.request.ImportParameters;
import insights.segment.imports.request.ImportRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Imports: how profiles come in. */
@Path("/profile-imports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Imports", description = "How profiles come in")
public class ImportResource {

    private static final String CSV_EXAMPLE = "profileId,email,city,optOut\nc-1,ann@example.com,Roma,false\n";
    // As an example it would be taken for an object, though it is text.
    private static final String FILE =
            "A table, or an object in each line, like `{\"profileId\":\"c-1\",\"email\":\"ann@example.com\",\"city\":\"Roma\",\"optOut\":false}`";

    private final ImportService imports;
    private final PreviewService previews;
    private final ImportLog log;
    private final Caller caller;

    public ImportResource(ImportService imports, PreviewService previews, ImportLog log, Caller caller) {
        this.imports = imports;
        this.previews = previews;
        this.log = log;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.ADMIN, Roles.PLATFORM})
    @Operation(operationId = "createImport", summary = "Import profiles from a file", description = """
        The answer comes when the file has been taken in; its merge into the profiles goes on after it. Readers
        see the profiles as they were before, or all of the file. What would take away more than usual ends as
        FAILED with `questions`, until the file is sent again with `confirm`.""")
    @RequestBody(
            required = true,
            description = FILE,
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "csv", value = CSV_EXAMPLE)),
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "202",
            description = "Taken in; the import goes on at Location",
            content = @Content(schema = @Schema(implementation = ImportResponse.class)))
    @APIResponse(responseCode = "400", description = "`import-interrupted`: the file broke off, or came too slowly")
    @APIResponse(responseCode = "409", description = "`conflict`: somebody has stopped the import")
    @APIResponse(
            responseCode = "422",
            description =
                    "`unusable-file`: the file cannot be imported, with the line and the cure; `validation-failed`: a"
                            + " parameter; `idempotency-key-reused`")
    public RestResponse<ImportResponse> create(
            @BeanParam ImportParameters parameters,
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = 200) String idempotencyKey,
            UriInfo uri,
            InputStream body) {
        ImportRequest request = parameters.request(Person.of(caller), idempotencyKey, uri);
        ImportResponse started = imports.receive(request, body);
        return ResponseBuilder.<ImportResponse>create(RestResponse.Status.ACCEPTED)
                .header(HttpHeaders.LOCATION, "/profile-imports/" + started.id())
                .entity(started)
                .build();
    }

    @POST
    @Path("/preview")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.ADMIN, Roles.PLATFORM})
    @Operation(
            operationId = "previewImport",
            summary = "What an import of a file would do, without doing it",
            description = "Takes what createImport takes, and reads all of the file. Nothing is kept of it.")
    @RequestBody(
            required = true,
            description = FILE,
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "csv", value = CSV_EXAMPLE)),
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "What would happen",
            content = @Content(schema = @Schema(implementation = ImportPreview.class)))
    @APIResponse(responseCode = "400", description = "`import-interrupted`: the file broke off, or came too slowly")
    @APIResponse(
            responseCode = "422",
            description =
                    "`unusable-file`: the file cannot be imported, with the line and the cure; `validation-failed`: a"
                            + " parameter")
    public ImportPreview preview(@BeanParam ImportParameters parameters, UriInfo uri, InputStream body) {
        return previews.preview(parameters.request(Person.of(caller), null, uri), body);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.PLATFORM})
    @Operation(
            operationId = "listImports",
            summary = "List imports",
            description = "Newest first, unless `sort` says otherwise.")
    public Page<ImportResponse> list(
            @BeanParam @Valid ImportQuery query,
            @Parameter(
                            description = "With a minus before it: newest first",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"requestedAt", "-requestedAt"}))
                    @QueryParam("sort")
                    @DefaultValue(RequestOrder.NEWEST_FIRST)
                    RequestOrder sort,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            UriInfo request) {
        return Page.of(
                log.list(query, sort, Cursor.id(after), limit + 1),
                limit,
                started -> started.id().toString(),
                request);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.PLATFORM})
    @Operation(operationId = "getImport", summary = "One import, while it runs and after")
    public ImportResponse get(UUID id) {
        return log.get(id);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.PLATFORM})
    @Operation(
            operationId = "cancelImport",
            summary = "Stop an import that is running",
            description = "It ends as CANCELED and leaves everything as it was. It stays in the list.")
    @APIResponse(responseCode = "204", description = "Stopped")
    @APIResponse(responseCode = "409", description = "`conflict`: it is over already")
    public void cancel(UUID id) {
        log.cancel(id);
    }
}
