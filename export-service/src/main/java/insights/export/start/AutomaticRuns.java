package insights.export.start;

import insights.common.security.Person;
import insights.export.definition.Export;
import insights.export.run.Purpose;
import insights.export.run.RunTrigger;
import insights.export.run.StopReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/**
 * Runs that no person asks for. They are queued in the transaction of the caller, who holds the row of the export, so that
 * it cannot lose its connection meanwhile. A run that still waits is joined; one that goes on is followed by another.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AutomaticRuns {

    /** Nobody: what stands in for a person. */
    private static final Person SCHEDULE = new Person("schedule", "schedule");

    private static final Person REFRESH = new Person("system refresh", "system refresh");

    private final NewRunRepository runs;

    AutomaticRuns(NewRunRepository runs) {
        this.runs = runs;
    }

    /** Queues the run of a scheduled time. */
    public void queue(Export export, Instant scheduledFor, Instant now) {
        runs.queue(run(export, scheduledFor, now));
    }

    /** Records that a scheduled time went by without a run. */
    public void miss(Export export, Instant scheduledFor, Instant now) {
        runs.skip(
                run(export, scheduledFor, now),
                StopReason.MISSED,
                "The service was down at the scheduled time and too long after it. The next time runs as usual; run the"
                        + " export on demand if it cannot wait.");
    }

    /** Queues the run after a refresh. */
    public void queueAfter(UUID refresh, Export export, Instant now) {
        runs.queue(run(Purpose.DELIVER, refresh, export, now));
    }

    /** Queues what cannot wait for a refresh that succeeds: after it, the run is skipped. */
    public void skipAfter(UUID refresh, Export export, Instant now) {
        runs.queue(run(Purpose.OPT_OUT, refresh, export, now));
    }

    private static NewRun run(Export export, Instant scheduledFor, Instant now) {
        return new NewRun(
                export.id(),
                export.connectionId(),
                RunTrigger.SCHEDULED,
                Purpose.DELIVER,
                SCHEDULE,
                null,
                null,
                false,
                scheduledFor,
                null,
                now);
    }

    private static NewRun run(Purpose purpose, UUID refresh, Export export, Instant now) {
        return new NewRun(
                export.id(),
                export.connectionId(),
                RunTrigger.SYSTEM_REFRESH,
                purpose,
                REFRESH,
                null,
                null,
                false,
                null,
                refresh,
                now);
    }
}
