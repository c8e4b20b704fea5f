package insights.common.request;

import insights.common.problem.HttpProblem;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Something that a request must be before anybody looks at what it wants. */
public interface RequestCheck {

    /** What is wrong with the request; empty when nothing is. It may put headers into one form. */
    Optional<HttpProblem> refusal(HttpServerRequest request);
}
