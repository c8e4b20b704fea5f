package insights.destination.connection;

import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.destination.DestinationProblem;
import insights.destination.key.ApiKeyService;
import insights.destination.key.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;

/** Names and keys that no two connections share: told before the destination is asked, and made sure of by the database. */
@ApplicationScoped
class ConnectionConflicts {

    private final ConnectionRepository connections;
    private final ApiKeyService keys;

    ConnectionConflicts(ConnectionRepository connections, ApiKeyService keys) {
        this.connections = connections;
        this.keys = keys;
    }

    void requireFreeName(String displayName, UUID ofConnection) {
        if (connections.isNameTaken(displayName, ofConnection)) {
            throw nameTaken();
        }
    }

    void requireFreeKey(Secret apiKey, UUID ofConnection) {
        if (keys.isUsedByAnother(apiKey, ofConnection)) {
            throw keyInUse();
        }
    }

    /** Runs a transaction, and answers as above when somebody else was faster. */
    static <T> T translated(Supplier<T> transaction) {
        try {
            return transaction.get();
        } catch (ConstraintViolationException e) {
            throw switch (e.getConstraintName()) {
                case "connection_display_name_key" -> nameTaken();
                case "api_key_fingerprint_key" -> keyInUse();
                case null, default -> e;
            };
        }
    }

    private static RuntimeException nameTaken() {
        return Problem.of(
                DestinationProblem.NAME_TAKEN,
                "Choose another display name: names are unique, whatever the case.",
                List.of(new FieldError("/displayName", "taken by another connection")));
    }

    private static RuntimeException keyInUse() {
        return Problem.of(
                DestinationProblem.API_KEY_IN_USE,
                "Use the connection that holds this key already, or make another key there.",
                List.of(new FieldError("/apiKey", "held by another connection")));
    }
}
