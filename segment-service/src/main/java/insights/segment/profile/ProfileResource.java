package insights.segment.profile;

import insights.common.page.Cursor;
import insights.common.page.Page;
import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Profiles, for administrators to look at. */
@Path("/profiles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Profiles")
public class ProfileResource {

    private final ProfileService profiles;

    public ProfileResource(ProfileService profiles) {
        this.profiles = profiles;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "listProfiles", summary = "Profiles in order of their ids")
    public Page<Profile> list(
            @Parameter(description = "The beginning of an id, or exactly one of the profile's text values")
                    @QueryParam("q")
                    @Size(max = 200)
                    String search,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            UriInfo request) {
        return Page.of(profiles.list(Cursor.decode(after), search, limit), limit, Profile::profileId, request);
    }

    @DELETE
    @Path("/{profileId}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "eraseProfile", summary = "Erase a profile for good", description = """
                    Removes the profile, its memberships and its place in lists. What is kept are keyed fingerprints of the
                    id and of the addresses, by which imports recognise and reject it, also under another id; and that the
                    person opted out, if so. Erasing again, or what is not there, is no error; what cannot be an id is.""")
    public void erase(
            @Parameter(
                            name = "profileId",
                            in = ParameterIn.PATH,
                            description =
                                    "The id in its one form: composed (NFC), nothing invisible in it, no spaces around it",
                            schema =
                                    @Schema(
                                            minLength = 1,
                                            maxLength = ProfileId.MAX_LENGTH,
                                            pattern = ProfileId.CHARACTERS))
                    String profileId) {
        profiles.erase(profileId);
    }

    @GET
    @Path("/{profileId}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "getProfile", summary = "One profile with all its attributes")
    public Profile get(
            @Parameter(
                            name = "profileId",
                            in = ParameterIn.PATH,
                            description =
                                    "The id in its one form: composed (NFC), nothing invisible in it, no spaces around it",
                            schema =
                                    @Schema(
                                            minLength = 1,
                                            maxLength = ProfileId.MAX_LENGTH,
                                            pattern = ProfileId.CHARACTERS))
                    String profileId) {
        return profiles.get(profileId);
    }
}
