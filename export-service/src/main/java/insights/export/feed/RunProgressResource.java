package insights.export.feed;

import insights.common.security.Roles;
import insights.export.run.Run;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Progress of a run as server-sent events. */
@Path("/exports/{id}/runs/{runId}/progress")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Runs")
public class RunProgressResource {

    private static final long RECONNECT_MILLIS = 3_000;

    private final RunFeed feed;

    RunProgressResource(RunFeed feed) {
        this.feed = feed;
    }

    @GET
    // Quarkus takes a stream for non-blocking otherwise, and complains of the virtual thread.
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "followRun",
            summary = "Follow a run",
            description = "Events named `progress`, each with the run as reading it gives: one at once, one at every"
                    + " change and at least every 15 seconds. When the run has ended, an event `end` and the end of the"
                    + " stream. Without an `end` event, for example when the token expired, connect again: every event is"
                    + " complete, so nothing was missed.")
    @APIResponse(
            responseCode = "200",
            description = "The events; the data of each is a `Run` as JSON",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            description = "One event: its name, and its data as text")))
    public Multi<OutboundSseEvent> follow(@PathParam("id") UUID id, @PathParam("runId") UUID runId, @Context Sse sse) {
        return feed.follow(id, runId).map(run -> event(run, sse));
    }

    private static OutboundSseEvent event(Run run, Sse sse) {
        return sse.newEventBuilder()
                .name(run.status().isFinal() ? "end" : "progress")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(Run.class, run)
                .reconnectDelay(RECONNECT_MILLIS)
                .build();
    }
}
