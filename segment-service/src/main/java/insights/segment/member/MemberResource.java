package insights.segment.member;

import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.common.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Who is in a segment. */
@Path("/segments/members")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Segments")
public class MemberResource {

    private static final Logger LOG = Logger.getLogger(MemberResource.class);

    private static final int MAX_SEGMENTS = 1_000;

    private final MemberService members;

    public MemberResource(MemberService members) {
        this.members = members;
    }

    @GET
    @Produces("application/x-ndjson")
    @RolesAllowed({Roles.ADMIN, Roles.EXPORT_SERVICE})
    @Operation(
            operationId = "streamMembers",
            summary = "The members of segments, one JSON object per line",
            description = """
                    Each profile that is in at least one of the segments comes once, in byte order of the ids, with those
                    of the segments that it is in and those of the fields that it has. `optedOut` says whether the person, or
                    anybody with the same address, has opted out by now: nobody may be sent who has. All lines are of one refresh. The
                    header X-Member-Count says how many lines come; when anything goes wrong underway, the connection
                    breaks. Go on after the last line with `after`. With `optOutKeyOf` each line tells an `optOutKey` of the address
                    in that field: opaque, the same however the address is written; by it is asked later who opted out.""")
    @APIResponse(
            responseCode = "200",
            description = "The members",
            headers =
                    @Header(
                            name = "X-Member-Count",
                            description = "How many lines come",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64")),
            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "409",
            description =
                    "`segment-not-refreshed`, `segment-inactive`, `segment-failed`: its rule does not fit the profiles any more")
    @APIResponse(responseCode = "422", description = "`validation-failed`, `unknown-segment`, `unknown-field`")
    public Response stream(
            @Parameter(
                            description = "Ids of segments, with commas between them",
                            style = ParameterStyle.FORM,
                            explode = Explode.FALSE,
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = UUID[].class,
                                            minItems = 1,
                                            maxItems = MAX_SEGMENTS))
                    @QueryParam("segments")
                    @NotBlank
                    String segments,
            @Parameter(
                            description = "Names of fields, with commas between them",
                            style = ParameterStyle.FORM,
                            explode = Explode.FALSE,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = String[].class))
                    @QueryParam("fields")
                    @DefaultValue("")
                    String fields,
            @Parameter(description = "The field that each line tells the opt-out key of") @QueryParam("optOutKeyOf")
                    String optOutKeyOf,
            @Parameter(description = "The profile after which to begin") @QueryParam("after") @DefaultValue("")
                    String after,
            @Context HttpServerRequest request) {
        MemberStream stream = members.open(ids(segments), list(fields), optOutKeyOf, after);
        StreamingOutput lines = out -> {
            try {
                members.write(stream, out);
            } catch (IOException e) {
                LOG.infof("A stream of members broke off: %s", e.getMessage());
                close(request);
                // Whoever reads has gone away, mostly because it has enough: no fault of this service to be logged as
                // one.
                throw Problem.of(CommonProblem.INTERNAL_ERROR, "The stream of members broke off.");
            } catch (RuntimeException e) {
                close(request);
                throw e;
            }
        };
        return Response.ok(lines).header("X-Member-Count", stream.count()).build();
    }

    /** A body that ended properly would look complete; what the framework writes after this goes nowhere. */
    private static void close(HttpServerRequest request) {
        request.connection().close().toCompletionStage().toCompletableFuture().join();
    }

    private static List<UUID> ids(String segments) {
        List<String> texts = list(segments);
        try {
            List<UUID> ids = texts.stream().map(UUID::fromString).toList();
            if (!ids.isEmpty() && ids.size() <= MAX_SEGMENTS) {
                return ids;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the same answer.
        }
        throw Problem.of(
                CommonProblem.VALIDATION_FAILED,
                "Name the segments by their ids, with commas between them.",
                List.of(new FieldError("segments", "give from 1 to " + MAX_SEGMENTS + " ids")));
    }

    private static List<String> list(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(","))
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }
}
