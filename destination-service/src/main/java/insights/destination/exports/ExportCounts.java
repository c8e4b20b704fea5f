package insights.destination.exports;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How many exports use which connection, as far as export-service said it. */
public sealed interface ExportCounts {

    /** The number for a connection; empty when nobody knows. */
    Optional<Integer> of(UUID connectionId);

    /** What export-service answered. Connections that it did not name are used by none. */
    record Known(Map<UUID, Integer> byConnection) implements ExportCounts {

        @Override
        public Optional<Integer> of(UUID connectionId) {
            return Optional.of(byConnection.getOrDefault(connectionId, 0));
        }
    }

    /** export-service did not answer in time, or was not asked. */
    record Unknown() implements ExportCounts {

        @Override
        public Optional<Integer> of(UUID connectionId) {
            return Optional.empty();
        }
    }
}
