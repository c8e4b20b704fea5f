package insights.destination.exports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jboss.logging.Logger;

/** Counts the exports of all connections, by one request. A list is worth showing without the numbers, too. */
@ApplicationScoped
public class ExportCounting {

    private static final Logger LOG = Logger.getLogger(ExportCounting.class);

    private final ExportsClient exports;

    ExportCounting(ExportsClient exports) {
        this.exports = exports;
    }

    /** Within 1.5 seconds. */
    public ExportCounts count() {
        try {
            return new ExportCounts.Known(exports.counts().stream()
                    .collect(Collectors.toUnmodifiableMap(ExportCount::connectionId, ExportCount::exports)));
        } catch (ExportsUnknownException | FaultToleranceException e) {
            LOG.debugf("Connections are listed without the number of their exports: %s", e.getMessage());
            return new ExportCounts.Unknown();
        }
    }
}
