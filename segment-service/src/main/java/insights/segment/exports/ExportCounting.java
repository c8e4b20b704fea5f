package insights.segment.exports;

import insights.common.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jboss.logging.Logger;

/** Counts the exports of all segments, by one request. A list is worth showing without the numbers, too. */
@ApplicationScoped
public class ExportCounting {

    private static final Logger LOG = Logger.getLogger(ExportCounting.class);

    private final ExportCountClient exports;
    private final Caller caller;

    ExportCounting(ExportCountClient exports, Caller caller) {
        this.exports = exports;
        this.caller = caller;
    }

    /** Within 1.5 seconds. Machines are not told: export-service would wait for itself. */
    public ExportCounts count() {
        if (caller.isMachine()) {
            return new ExportCounts.Unknown();
        }
        try {
            return new ExportCounts.Known(exports.counts().items().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            ExportCountList.OfSegment::segmentId, ExportCountList.OfSegment::exportCount)));
        } catch (ExportsUnknownException | FaultToleranceException e) {
            LOG.debugf("Segments are listed without the number of their exports: %s", e.getMessage());
            return new ExportCounts.Unknown();
        }
    }
}
