package insights.export.rejection;

import insights.export.run.RunEnded;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Counts whom ended runs did not export, by reason. */
@ApplicationScoped
class RejectionMetrics {

    private final MeterRegistry meters;
    private final RejectionRepository rejections;

    RejectionMetrics(MeterRegistry meters, RejectionRepository rejections) {
        this.meters = meters;
        this.rejections = rejections;
    }

    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunEnded ended) {
        if (ended.status().isFinal()) {
            rejections.counts(ended.run()).forEach(count -> meters.counter(
                            "insights.rejections", "reason", count.reason().name())
                    .increment(count.profiles()));
        }
    }
}
