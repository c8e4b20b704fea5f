package insights.export.start;

import insights.common.security.Person;
import insights.export.run.Purpose;
import insights.export.run.RunTrigger;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Runs that take erased people out of the destination, and at connections that exports left those who opted out as well. */
@ApplicationScoped
public class ErasureRuns {

    private static final Person SERVICE = new Person("segment-service", "segment-service");

    private final NewRunRepository runs;
    private final Clock clock;

    ErasureRuns(NewRunRepository runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** Queues a run, unless one is waiting already. */
    public void queue(UUID export, UUID connection) {
        queue(export, connection, Purpose.ERASE, RunTrigger.ERASURE, SERVICE);
    }

    /** The same at a connection that the export left. */
    public void queueFormer(UUID export, UUID connection) {
        queueFormer(export, connection, RunTrigger.ERASURE, SERVICE);
    }

    /** The same, set off by something else. */
    public void queueFormer(UUID export, UUID connection, RunTrigger trigger, Person by) {
        queue(export, connection, Purpose.FORMER_CONNECTION, trigger, by);
    }

    private void queue(UUID export, UUID connection, Purpose purpose, RunTrigger trigger, Person by) {
        runs.queue(new NewRun(export, connection, trigger, purpose, by, null, false, clock.instant()));
    }
}
