package insights.common.request;

import insights.common.problem.CommonProblem;
import insights.common.problem.HttpProblem;
import insights.common.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Refuses what two servers in a row could read differently (RFC 9112 §§3.2, 6.1; RFC 9110 §11.6.2), and ends the connection:
 * what follows on it may be the rest of the request or another one, and nobody can tell.
 */
@ApplicationScoped
public class FramingCheck implements RequestCheck {

    private static final List<String> ONCE =
            List.of("Host", "Authorization", "Content-Length", "Content-Type", "If-Match", "Idempotency-Key");

    @Override
    public Optional<HttpProblem> refusal(HttpServerRequest request) {
        for (String header : ONCE) {
            if (request.headers().getAll(header).size() > 1) {
                return refuse(CommonProblem.UNREADABLE_REQUEST, "Send the header " + header + " once.");
            }
        }
        List<String> codings = request.headers().getAll("Transfer-Encoding");
        if (!codings.isEmpty()
                && !(codings.size() == 1
                        && codings.getFirst().strip().toLowerCase(Locale.ROOT).equals("chunked"))) {
            return refuse(CommonProblem.NOT_IMPLEMENTED, "The only Transfer-Encoding that is taken is chunked.");
        }
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.matches("(?i)bearer {2,}.*")) {
            // RFC 9110 §11.4: one or more blanks.
            request.headers().set("Authorization", authorization.replaceFirst(" +", " "));
        }
        return Optional.empty();
    }

    private static Optional<HttpProblem> refuse(CommonProblem type, String detail) {
        return Optional.of(
                Problem.builder(type, detail).withHeader("Connection", "close").build());
    }
}
