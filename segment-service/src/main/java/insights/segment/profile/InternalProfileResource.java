package insights.segment.profile;

import com.fasterxml.jackson.annotation.JsonRawValue;
import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What export-service asks about people who are in no segment any more. No ingress leads here. */
@Path("/internal/profiles")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.EXPORT_SERVICE)
@RunOnVirtualThread
@Tag(name = "Internal")
public class InternalProfileResource {

    private final ProfileService profiles;

    InternalProfileResource(ProfileService profiles) {
        this.profiles = profiles;
    }

    /**
     * Whom and what is asked for.
     *
     * @param profileIds at most 1,000
     */
    public record LookUp(
            @NotEmpty @Size(max = 1_000) List<@NotNull String> profileIds,
            @NotNull @Size(max = 200) List<@NotNull String> fields) {}

    /** Those that are there, in no order. */
    public record Found(List<Attributes> items) {}

    /** The asked attributes that a profile has. */
    public record Attributes(
            String profileId,
            @JsonRawValue @Schema(type = SchemaType.OBJECT) String attributes) {}

    @POST
    @Operation(summary = "Attributes of profiles by their ids", description = "Who is not there is left out.")
    public Found lookUp(@NotNull @Valid LookUp lookUp) {
        return new Found(profiles.attributes(lookUp.profileIds(), lookUp.fields()));
    }
}
