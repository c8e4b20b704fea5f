package insights.segment.profile;

import insights.common.security.Roles;
import insights.segment.optout.OptOutReason;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What administrators enter of people who opted out, or want mail again. */
@Path("/profiles/{profileId}/opt-out")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Profiles")
public class OptOutResource {

    private final ProfileService profiles;

    OptOutResource(ProfileService profiles) {
        this.profiles = profiles;
    }

    /**
     * What is entered.
     *
     * @param reason how it is known, for the audit trail and for whoever asks later; no address, no name
     */
    @RegisterForReflection
    @Schema(
            name = "OptOutEntry",
            examples = "{\"optedOut\":true,\"reason\":\"Asked by phone on 3 March, ticket 4711\"}")
    public record Entry(
            @NotNull Boolean optedOut,
            @NotBlank @Size(max = 500) String reason) {}

    /**
     * How it stands after it.
     *
     * @param profileId of the profile that was meant: an id that is an address may be written otherwise
     * @param optOuts why the person is opted out; others with the same address may have said so
     */
    @RegisterForReflection
    @Schema(name = "OptOutStanding")
    public record Standing(
            @NotNull String profileId,
            boolean optedOut,
            @NotNull List<OptOutReason> optOuts) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "enterOptOut", summary = "Opt a person out, or end that", description = """
                    Also for a person who has no profile here now. What an administrator enters is ended by an administrator
                    only. What others with the same address said is not ended by `false`: the answer tells. Takes no If-Match: a
                    person's word is never too late, whatever somebody else entered meanwhile. The audit trail keeps
                    each.""")
    @APIResponse(
            responseCode = "200",
            description = "How it stands",
            content = @Content(schema = @Schema(implementation = Standing.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "`conflict`: no profile has exactly this id, and several have the same address as theirs; the detail names them")
    public Standing enter(
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
                    String profileId,
            @NotNull @Valid Entry entry) {
        return profiles.enterOptOut(profileId, entry.optedOut(), entry.reason());
    }
}
