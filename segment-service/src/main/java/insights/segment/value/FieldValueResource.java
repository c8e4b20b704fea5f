package insights.segment.value;

import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the values of a field are, for people who choose. */
@Path("/profiles/fields/{name}/values")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Profiles")
public class FieldValueResource {

    private final FieldValueService values;

    FieldValueResource(FieldValueService values) {
        this.values = values;
    }

    @GET
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            operationId = "listFieldValues",
            summary = "The most frequent values of a field, with how many profiles have each",
            description = """
                    Exact for up to 200,000 profiles, from a sample of about so many beyond. Administrators see all values.
                    Contributors see those that at least two profiles share, and none of a field whose values tell who
                    people are: addresses, or four of five values different.""")
    @APIResponse(
            responseCode = "200",
            description = "The values",
            content = @Content(schema = @Schema(implementation = FieldValues.class)))
    @APIResponse(responseCode = "403", description = "`personal-values`: for administrators only; `forbidden`")
    @APIResponse(responseCode = "404", description = "`not-found`: no profile has such a field")
    public FieldValues list(
            String name,
            @Parameter(description = "Part of the value as text, whatever the case") @QueryParam("q") @Size(max = 200)
                    String search,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(FieldValueService.MAX_LIMIT) int limit) {
        return values.mostFrequent(name, search, limit);
    }
}
