package insights.segment.exports;

import io.smallrye.faulttolerance.api.CircuitBreakerName;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks export-service for numbers that somebody waits for: once, not for long, and not while it never answers. */
@ApplicationScoped
class ExportCountClient {

    private final SegmentExportsRestClient exports;

    ExportCountClient(@RestClient SegmentExportsRestClient exports) {
        this.exports = exports;
    }

    @Timeout(1_500)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.8, delay = 5_000)
    @CircuitBreakerName("export-counts")
    ExportCountList counts() {
        try {
            return exports.counts();
        } catch (RuntimeException e) {
            // No connection, no token, another answer, no readable one: each has exceptions of its own.
            throw new ExportsUnknownException(e);
        }
    }
}
