package insights.export.start;

import insights.common.security.Person;
import insights.export.delivery.Purpose;
import insights.export.run.RunTrigger;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Runs that take erased people out of the destination. */
@ApplicationScoped
public class ErasureRuns {

    private final NewRunRepository runs;
    private final Clock clock;

    ErasureRuns(NewRunRepository runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** Queues a run, unless one is waiting already. */
    public void queue(UUID export, UUID connection) {
        runs.queue(new NewRun(
                export,
                connection,
                RunTrigger.ERASURE,
                Purpose.ERASE,
                new Person("segment-service", "segment-service"),
                null,
                false,
                clock.instant()));
    }
}
