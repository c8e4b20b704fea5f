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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
                    person opted out, if so. Erasing again, or what is not there, is no error; what cannot be an id is.
                    An id that is an address means the profile whose id is the same address, however it is written.""")
    @APIResponse(responseCode = "204", description = "Erased")
    @APIResponse(
            responseCode = "409",
            description =
                    "`conflict`: no profile has exactly this id, and several have the same address as theirs; the detail names them")
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
    @Operation(
            operationId = "getProfile",
            summary = "One profile with all its attributes",
            description = "An id that is an address may be written otherwise.")
    @APIResponse(
            responseCode = "200",
            description = "The profile",
            content = @Content(schema = @Schema(implementation = Profile.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "`conflict`: no profile has exactly this id, and several have the same address as theirs; the detail names them")
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
