package insights.export.worker;

import insights.export.run.StopReason;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What became of the leases of this replica's workers, in numbers. */
@ApplicationScoped
class LeaseMetrics {

    private final MeterRegistry meters;

    LeaseMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void claimed(Claim claim) {
        lease(claim.takenOver() ? "taken-over" : "taken");
    }

    void letGo(StopReason reason) {
        switch (reason) {
            case HANDED_OVER -> lease("handed-over");
            case STOPPED -> lease("stopped");
            default -> lease("lost");
        }
    }

    private void lease(String event) {
        meters.counter("insights.leases", "event", event).increment();
    }
}
