package insights.destination.exports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jboss.logging.Logger;

/** Counts the exports of connections, by one request. A list is worth showing without the numbers, too. */
@ApplicationScoped
public class ExportCounting {

    private static final Logger LOG = Logger.getLogger(ExportCounting.class);

    private final ExportsClient exports;

    ExportCounting(ExportsClient exports) {
        this.exports = exports;
    }

    /** Within 1.5 seconds. */
    public ExportCounts count(Collection<UUID> connectionIds) {
        if (connectionIds.isEmpty()) {
            return ExportCounts.unknown();
        }
        try {
            return new ExportCounts(exports.counts(connectionIds));
        } catch (ExportsUnknownException | FaultToleranceException e) {
            LOG.debugf("Connections are listed without the number of their exports: %s", e.getMessage());
            return ExportCounts.unknown();
        }
    }
}
