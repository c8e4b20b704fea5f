package insights.destination.consent;

import insights.common.problem.Problem;
import insights.common.security.Roles;
import insights.destination.type.ConnectionType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/consent-texts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Consent")
public class ConsentTextResource {

    private static final String TYPE =
            "The connection type, whose name is in the text; the first of them when left out";

    private final ConsentTexts texts;

    ConsentTextResource(ConsentTexts texts) {
        this.texts = texts;
    }

    @GET
    @Path("/current")
    @Operation(
            operationId = "getCurrentConsentText",
            summary = "The text to read and agree to before a connection is made")
    public ConsentText current(
            @Parameter(description = "en, it or es") @QueryParam("lang") @DefaultValue("en") Language language,
            @Parameter(description = TYPE) @QueryParam("type") ConnectionType type) {
        return texts.current(language, orFirst(type));
    }

    @GET
    @Path("/{version}")
    @Operation(
            operationId = "getConsentText",
            summary = "A text that is or was to be agreed to",
            description = "The words behind a consent record.")
    public ConsentText find(
            @PathParam("version") @Min(1) int version,
            @Parameter(description = "en, it or es") @QueryParam("lang") @DefaultValue("en") Language language,
            @Parameter(description = TYPE) @QueryParam("type") ConnectionType type) {
        return texts.find(version, language, orFirst(type))
                .orElseThrow(() -> Problem.notFound("consent text in " + language.code() + " of version", version));
    }

    private static ConnectionType orFirst(ConnectionType type) {
        return type == null ? ConnectionType.values()[0] : type;
    }
}
