package insights.destination.connection;

import insights.common.security.Person;
import java.util.UUID;

/**
 * Told within the transaction, when a run might use a connection until now, and none may any more.
 *
 * @param by who closed it
 */
public record ConnectionClosed(UUID connectionId, Reason reason, Person by) {

    /** What is missing now. */
    public enum Reason {
        CONSENT_WITHDRAWN,
        API_KEY_REFUSED,
        EXPORT_USER_REMOVED,
        EXPORT_USER_LAPSED
    }
}
