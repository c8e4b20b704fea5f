package insights.export.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * What connections are called and how they are, for lists. A list is worth showing without it too, so nobody waits long for
 * destination-service, and what it said before helps out.
 */
@ApplicationScoped
public class ConnectionDirectory {

    private static final Logger LOG = Logger.getLogger(ConnectionDirectory.class);

    private final ConnectionClient client;

    /** What was said last, by connection. They are few, and those that are gone leave. */
    private final Map<UUID, Connection> before = new ConcurrentHashMap<>();

    ConnectionDirectory(ConnectionClient client) {
        this.client = client;
    }

    /**
     * What was found.
     *
     * @param now as they are; those that are gone, or of which nobody knows now, are not in it
     * @param before the others, as far as something was known of them
     */
    public record Found(Map<UUID, Connection> now, Map<UUID, Connection> before) {

        /** Whether contributors may use it. */
        public boolean isShared(UUID connection) {
            return known(connection).map(Connection::sharedWithContributors).orElse(false);
        }

        /** What it is called, as far as anybody knows. */
        public Optional<String> name(UUID connection) {
            return known(connection).map(Connection::displayName);
        }

        private Optional<Connection> known(UUID connection) {
            return Stream.of(now.get(connection), before.get(connection))
                    .filter(known -> known != null)
                    .findFirst();
        }
    }

    /** Looks connections up, by one request; within {@value ConnectionClient#PATIENCE_MILLIS} milliseconds. */
    public Found look(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return new Found(Map.of(), Map.of());
        }
        try {
            Map<UUID, Connection> now =
                    client.findAll(ids).stream().collect(Collectors.toMap(Connection::id, connection -> connection));
            ids.forEach(id -> before.remove(id));
            before.putAll(now);
            return new Found(now, Map.of());
        } catch (RuntimeException e) {
            // No connection, no token, no time: each has exceptions of its own.
            LOG.debugf("Lists are shown without what is with their connections: %s", e.getMessage());
            Map<UUID, Connection> known = new HashMap<>(before);
            known.keySet().retainAll(ids);
            return new Found(Map.of(), known);
        }
    }
}
