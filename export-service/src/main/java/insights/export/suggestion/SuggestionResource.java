package insights.export.suggestion;

import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Suggestions over HTTP. */
@Path("/exports/matching-suggestion")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Exports")
public class SuggestionResource {

    private final SuggestionService suggestions;

    SuggestionResource(SuggestionService suggestions) {
        this.suggestions = suggestions;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            operationId = "suggestMatching",
            summary = "Suggest a data matching",
            description =
                    "By the names of the fields that the profiles have, in five languages, and of the custom fields"
                            + " that the account has. Nothing is saved.")
    @APIResponse(responseCode = "200", description = "The suggestion")
    @APIResponse(responseCode = "422", description = "`unknown-connection`, `validation-failed`")
    public MatchingSuggestion suggest(@NotNull @Valid MatchingSuggestionRequest request) {
        return suggestions.suggest(request);
    }
}
