package insights.destination.type;

import insights.common.problem.Problem;
import insights.destination.DestinationProblem;
import insights.destination.key.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/** Proves API keys by asking the destinations that they are for. */
@ApplicationScoped
public class KeyProof {

    /** Nobody says how long to wait before a key is tried again. */
    private static final int RETRY_AFTER_SECONDS = 60;

    private final ConnectionTypes types;

    KeyProof(ConnectionTypes types) {
        this.types = types;
    }

    /** What the destination makes of the key. */
    public KeyCheck check(ConnectionType type, URI endpoint, Secret apiKey) {
        return types.of(type).check(endpoint, apiKey);
    }

    /**
     * Goes on only if the destination accepts the key; each other outcome is a problem of its own.
     *
     * @return the account that the key is of, where the destination says
     */
    public Optional<String> require(ConnectionType type, URI endpoint, Secret apiKey) {
        types.requireShape(type, apiKey);
        KeyCheck check = check(type, endpoint, apiKey);
        CheckOutcome outcome = check.outcome();
        String detail = outcome.detail(type);
        return switch (outcome) {
            case ACCEPTED -> check.account();
            case API_KEY_REFUSED -> throw Problem.of(DestinationProblem.API_KEY_REFUSED, detail + elsewhere(type));
            case UNREACHABLE -> throw Problem.of(DestinationProblem.DESTINATION_UNREACHABLE, detail);
            case NOT_THE_DESTINATION -> throw Problem.of(DestinationProblem.NOT_THE_DESTINATION, detail);
            case TOO_SLOW -> throw Problem.of(DestinationProblem.DESTINATION_TOO_SLOW, detail);
            case THROTTLED ->
                throw Problem.builder(DestinationProblem.DESTINATION_THROTTLED, detail)
                        .withHeader("Retry-After", RETRY_AFTER_SECONDS)
                        .build();
        };
    }

    /** A key of another region is refused like a wrong one. */
    private String elsewhere(ConnectionType type) {
        return types.of(type).regions().size() > 1
                ? " A key is accepted in the region of its account only: check the endpoint, too."
                : "";
    }
}
