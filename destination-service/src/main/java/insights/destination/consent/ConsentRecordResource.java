package insights.destination.consent;

import insights.common.page.Cursor;
import insights.common.page.EventOrder;
import insights.common.page.Page;
import insights.common.page.Period;
import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/connections/{id}/consent-records")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Consent")
public class ConsentRecordResource {

    private final ConsentService consents;

    ConsentRecordResource(ConsentService consents) {
        this.consents = consents;
    }

    @GET
    @Operation(
            operationId = "listConsentRecords",
            summary = "Who agreed to what, and who withdrew it",
            description =
                    "Newest first, unless `sort` says otherwise. Kept for good: the records of removed connections are here too.")
    public Page<ConsentRecord> list(
            @PathParam("id") UUID id,
            @BeanParam Period query,
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
        return Page.of(
                consents.records(id, query, sort, Cursor.id(after), limit + 1),
                limit,
                record -> record.id().toString(),
                uri);
    }
}
