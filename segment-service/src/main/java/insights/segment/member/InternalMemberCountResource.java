package insights.segment.member;

import insights.common.security.Roles;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What export-service asks before it starts many exports: how big each of them is, in one question. No ingress leads here. */
@Path("/internal/member-counts")
@RolesAllowed(Roles.EXPORT_SERVICE)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Internal")
public class InternalMemberCountResource {

    private final MemberCounts members;

    InternalMemberCountResource(MemberCounts members) {
        this.members = members;
    }

    /** @param choices at most 200, each of at most 1,000 ids of segments */
    @RegisterForReflection
    public record Asked(@NotEmpty @Size(max = 200) List<@NotEmpty @Size(max = 1_000) List<@NotNull UUID>> choices) {}

    /**
     * How many distinct profiles each choice has.
     *
     * @param counts in the order of the question; null where a segment is gone, inactive or was not part of the latest refresh
     * @param segments all that were named and are there, with what tells why there may be no count
     */
    @RegisterForReflection
    public record Counts(
            @NotNull List<Long> counts, @NotNull List<MemberSegment.Told> segments) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "countMembers", summary = "How many distinct profiles choices of segments have")
    public Counts count(@NotNull @Valid Asked asked) {
        MemberCounts.Counted counted = members.count(asked.choices());
        return new Counts(
                counted.counts(),
                counted.segments().stream().map(MemberSegment::told).toList());
    }
}
