package insights.segment.optout;

import insights.common.security.Roles;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What export-service asks about people whom it put somewhere and who are in none of its segments any more: opt-outs and
 * erasures are carried out whatever holds other removals back. No ingress leads here.
 */
@Path("/internal/profiles/opt-outs")
@RolesAllowed(Roles.EXPORT_SERVICE)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Internal")
public class InternalOptOutResource {

    private final OptOutLookUp optOuts;

    InternalOptOutResource(OptOutLookUp optOuts) {
        this.optOuts = optOuts;
    }

    /**
     * Whom it is about.
     *
     * @param profileIds at most 1,000, whether they have a profile or not
     * @param optOutKeys what the member stream told of addresses, at most 1,000; they may be of people who have another address
     *     or no profile by now
     */
    @RegisterForReflection
    public record Asked(
            @NotEmpty @Size(max = 1_000) List<@NotNull String> profileIds,
            @Size(max = 1_000) List<@NotNull @Pattern(regexp = OptOutKeys.PATTERN) String> optOutKeys) {}

    /**
     * What was found, in the order of the question.
     *
     * @param optedOut those who opted out, by themselves or by an address, and those who were erased
     * @param optOutKeys those whose addresses opted out, by whomever and whenever
     * @param people ids of profiles that opted out and have, or had, the address of a key; by the key, at most ten each, and only of
     *     those that are still there
     * @param erased those of {@code optedOut} who were erased, which export-service may not have been told yet
     */
    @RegisterForReflection
    public record Found(
            @NotNull List<String> optedOut,
            @NotNull List<String> optOutKeys,
            @NotNull Map<String, List<String>> people,
            @NotNull List<String> erased) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "lookUpOptOuts",
            summary = "Who of these people, and which addresses, opted out or were erased")
    public Found lookUp(@NotNull @Valid Asked asked) {
        return optOuts.lookUp(asked.profileIds(), asked.optOutKeys() == null ? List.of() : asked.optOutKeys());
    }
}
