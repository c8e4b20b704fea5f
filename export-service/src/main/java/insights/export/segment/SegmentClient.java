package insights.export.segment;

import insights.common.outage.Outage;
import insights.common.problem.HttpProblem;
import insights.common.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Asks segment-service who is who. All its operations only read, so they are repeated when there is no answer; in the
 * end 503 {@code unavailable}.
 */
@ApplicationScoped
public class SegmentClient {

    private static final Outage OUTAGE = new Outage(SegmentClient.class, "segment-service");

    /** Milliseconds, after which nothing is repeated: who did not answer for so long will not, and somebody waits. */
    private static final long PATIENCE_TO_REPEAT = 4_000;

    private final SegmentRestClient client;

    SegmentClient(@RestClient SegmentRestClient client) {
        this.client = client;
    }

    /** The fields that the profiles really have. */
    @Retry(maxRetries = 2, delay = 200, jitter = 100, maxDuration = PATIENCE_TO_REPEAT)
    public List<ProfileField> fields() {
        try (Response response = answer(client::fields)) {
            return response.readEntity(ProfileFields.class).items();
        }
    }

    /** The segment, if there is one of this id. */
    @Retry(maxRetries = 2, delay = 200, jitter = 100, maxDuration = PATIENCE_TO_REPEAT)
    public Optional<Segment> find(UUID id) {
        try (Response response = answer(() -> client.segment(id))) {
            return response.getStatus() == 404 ? Optional.empty() : Optional.of(response.readEntity(Segment.class));
        }
    }

    /** What the segment is called; its id when segment-service cannot say. */
    public String name(UUID id) {
        try {
            return find(id).map(Segment::displayName).orElseGet(id::toString);
        } catch (HttpProblem away) {
            return id.toString();
        }
    }

    private static Response answer(Supplier<Response> request) {
        try {
            Response response = request.get();
            if (response.getStatus() == 200 || response.getStatus() == 404) {
                OUTAGE.answered();
                return response;
            }
            response.close();
            OUTAGE.missed("it answered " + response.getStatus());
        } catch (ProcessingException e) {
            OUTAGE.missed(e);
            throw unavailable();
        }
        throw unavailable();
    }

    static RuntimeException unavailable() {
        return Problem.unavailable("segment-service does not answer; try again in a moment.");
    }
}
