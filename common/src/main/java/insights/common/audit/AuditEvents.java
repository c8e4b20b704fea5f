package insights.common.audit;

import insights.common.page.Cursor;
import insights.common.page.EventOrder;
import insights.common.page.Page;
import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** The audit trail of a service over HTTP. The service says below which path, and what can be done there at all. */
public abstract class AuditEvents {

    private final AuditLog audit;
    private final AuditCsv csv;
    private final AuditAction[] actions;

    /** @param actions all that can be searched by; another one is refused, and not just found nowhere */
    protected AuditEvents(AuditLog audit, AuditCsv csv, AuditAction... actions) {
        this.audit = audit;
        this.csv = csv;
        this.actions = actions;
    }

    @GET
    @Path("/audit-events")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Who did what", description = "Newest first, unless `sort` says otherwise.")
    public Page<AuditEvent> search(
            @BeanParam AuditQuery query,
            @Parameter(
                            description = "With a minus before it: newest first",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"at", "-at"}))
                    @QueryParam("sort")
                    @DefaultValue(EventOrder.NEWEST_FIRST)
                    EventOrder sort,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("after") String after,
            @Context UriInfo uri) {
        query.requireOneOf(actions);
        query.askFor(this::names);
        return Page.of(
                audit.search(query, sort, Cursor.id(after), limit + 1),
                limit,
                event -> event.id().toString(),
                uri);
    }

    @GET
    @Path("/audit-events.csv")
    @Produces("text/csv;charset=UTF-8")
    @RunOnVirtualThread
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "The same as a file for spreadsheets, all of it, newest first")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<StreamingOutput> export(@BeanParam AuditQuery query) {
        query.requireOneOf(actions);
        query.askFor(this::names);
        return RestResponse.ResponseBuilder.<StreamingOutput>ok(output -> csv.write(query, output))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-events.csv\"")
                .build();
    }

    /**
     * What something may be called in the trail, of which somebody has the id.
     *
     * @param target as it was asked for
     */
    protected List<String> names(String target) {
        return List.of(target);
    }
}
