package insights.common.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.common.request.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;

/** Writes problems as responses, and in the log those that are ours. */
@ApplicationScoped
public class ProblemResponses {

    private static final Logger LOG = Logger.getLogger(ProblemResponses.class);

    private final ObjectMapper json;

    ProblemResponses(ObjectMapper json) {
        this.json = json;
    }

    /** The response. It is whole before it leaves, so that no media type that was asked for gets in its way. */
    public Response of(HttpProblem problem) {
        LOG.debugf("%d %s", problem.getStatusCode(), problem.getType());
        Response.ResponseBuilder response = Response.status(problem.getStatusCode())
                .type(HttpProblem.MEDIA_TYPE)
                .entity(body(problem, RequestId.current().orElse(null)));
        problem.getHeaders().forEach(response::header);
        return response.build();
    }

    /** The same for what nobody expected: what was thrown is in the log, and nothing of it in the answer. */
    Response of(HttpProblem problem, Throwable cause) {
        LOG.error(problem.getTitle(), cause);
        return of(problem);
    }

    /** The document as it is sent, in UTF-8. */
    public byte[] body(HttpProblem problem, String requestId) {
        try {
            return json.writeValueAsBytes(problem.document(requestId));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is not to be written as JSON", e);
        }
    }
}
