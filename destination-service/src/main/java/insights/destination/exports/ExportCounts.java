package insights.destination.exports;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How many exports use which connection, as far as export-service said it.
 *
 * @param byConnection empty when nobody asked, or nobody answered in time
 */
public record ExportCounts(Map<UUID, Integer> byConnection) {

    public static ExportCounts unknown() {
        return new ExportCounts(Map.of());
    }

    /** The number for a connection; empty when nobody knows. */
    public Optional<Integer> of(UUID connectionId) {
        return Optional.ofNullable(byConnection.get(connectionId));
    }
}
