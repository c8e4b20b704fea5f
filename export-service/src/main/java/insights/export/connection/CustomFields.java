package insights.export.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Fields of the customer's own that accounts have, where it is good to know them and nothing fails without. */
@ApplicationScoped
public class CustomFields {

    private static final Logger LOG = Logger.getLogger(CustomFields.class);

    private final ConnectionClient connections;

    CustomFields(ConnectionClient connections) {
        this.connections = connections;
    }

    /** As a data matching names them; empty when nobody can tell. */
    public Optional<List<String>> of(UUID connection) {
        try {
            return connections.customFields(connection);
        } catch (RuntimeException e) {
            // No connection, no token, no time: each has exceptions of its own.
            LOG.debugf("Nobody tells the fields of the account: %s", e.getMessage());
            return Optional.empty();
        }
    }
}
