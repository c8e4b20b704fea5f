package insights.export.sample;

import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Samples over HTTP. */
@Path("/exports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Exports")
public class SampleResource {

    private static final String MASKED = " Values are made unreadable for all but administrators.";

    private final SampleService samples;

    SampleResource(SampleService samples) {
        this.samples = samples;
    }

    @POST
    @Path("/{id}/sample")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            operationId = "sampleExport",
            summary = "One contact as an export would send it",
            description = "It is found as by a run, which looks at everybody. Nothing is sent." + MASKED)
    @APIResponse(responseCode = "200", description = "The contact")
    @APIResponse(
            responseCode = "409",
            description = "`segment-not-refreshed`; `conflict`: a run would send nobody, and the detail says why")
    public Sample of(@PathParam("id") UUID id) {
        return samples.of(id);
    }

    @POST
    @Path("/sample")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            operationId = "sampleContact",
            summary = "One contact as an export that is not saved would send it",
            description = "It is found as by a run, which looks at everybody. Nothing is saved or sent." + MASKED)
    @APIResponse(responseCode = "200", description = "The contact")
    @APIResponse(
            responseCode = "409",
            description = "`segment-not-refreshed`; `conflict`: a run would send nobody, and the detail says why")
    @APIResponse(
            responseCode = "422",
            description =
                    "`unknown-connection`, `unknown-segment`, `unknown-field`, `invalid-data-matching`, `validation-failed`")
    public Sample of(@NotNull @Valid SampleRequest request) {
        return samples.of(request);
    }
}
