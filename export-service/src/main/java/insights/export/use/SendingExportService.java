package insights.export.use;

import insights.export.connection.ConnectionClient;
import insights.export.definition.Export;
import insights.export.definition.ExportService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells which exports send segments, and whose connections they do it over. */
@ApplicationScoped
class SendingExportService {

    private final ExportService exports;
    private final ConnectionClient connections;

    SendingExportService(ExportService exports, ConnectionClient connections) {
        this.exports = exports;
        this.connections = connections;
    }

    /** Asks destination-service once for each connection; 503 when it does not say, because something hangs on it. */
    List<SendingExport> sending(Collection<UUID> segments) {
        Map<UUID, Optional<SendingExport.Target>> targets = new HashMap<>();
        return exportsOf(segments).stream()
                .map(export -> new SendingExport(
                        export.id(),
                        export.displayName(),
                        export.segmentIds().stream().filter(segments::contains).toList(),
                        export.connectionId() == null
                                ? null
                                : targets.computeIfAbsent(export.connectionId(), this::target)
                                        .orElse(null)))
                .toList();
    }

    private Optional<SendingExport.Target> target(UUID connection) {
        return connections.find(connection).map(SendingExport.Target::of);
    }

    @Transactional
    Collection<Export> exportsOf(Collection<UUID> segments) {
        Map<UUID, Export> found = new LinkedHashMap<>();
        segments.stream()
                .flatMap(segment -> exports.ofSegment(segment).stream())
                .forEach(export -> found.put(export.id(), export));
        return found.values();
    }
}
