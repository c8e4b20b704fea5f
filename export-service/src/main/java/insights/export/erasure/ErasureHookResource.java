package insights.export.erasure;

import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Hears from segment-service, or from another platform, that profiles were erased (D4). */
@Path("/hooks/profiles-erased")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Hooks")
public class ErasureHookResource {

    private final ErasureService erasures;

    ErasureHookResource(ErasureService erasures) {
        this.erasures = erasures;
    }

    /**
     * Who was erased.
     *
     * @param profileIds at most 1,000
     * @param addresses e-mail addresses that they had, by their ids
     */
    public record ProfilesErased(
            @NotEmpty @Size(max = 1_000) List<@NotNull @Size(min = 1, max = 500) String> profileIds,

            @Schema(
                    description =
                            "E-mail addresses that the profiles had, by their ids. Only by these somebody is found whom the destination"
                                    + " has without its answer having told the id. They are kept, encrypted, until it is done.")
            @Size(max = 1_000)
            Map<@NotNull String, @NotNull @Size(max = 100) List<@NotNull @Size(max = 500) String>> addresses) {

        /** Hides the people. */
        @Override
        public String toString() {
            return "ProfilesErased[…]";
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SEGMENT_SERVICE, Roles.PLATFORM})
    @Operation(
            summary = "Profiles were erased",
            description = "They are taken out of the destination and then forgotten here. May be repeated.")
    @APIResponse(responseCode = "202", description = "Noted; it is done as soon as each connection allows")
    public Response erased(@NotNull @Valid ProfilesErased erased) {
        erasures.request(erased.profileIds(), erased.addresses() == null ? Map.of() : erased.addresses());
        return Response.accepted().build();
    }
}
