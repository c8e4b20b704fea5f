package insights.export.run;

import insights.common.audit.AuditLog;
import insights.common.audit.Changes;
import insights.export.audit.ExportAction;
import insights.export.definition.Export;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Does what people want of runs, and notes it in the audit trail: neither is there without the other. */
@ApplicationScoped
class RunJournal {

    private final RunRepository runs;
    private final NewRunRepository newRuns;
    private final AuditLog audit;

    RunJournal(RunRepository runs, NewRunRepository newRuns, AuditLog audit) {
        this.runs = runs;
        this.newRuns = newRuns;
        this.audit = audit;
    }

    /** Queues a run in the name of the caller; the run that waits already if there is one. */
    @Transactional
    UUID started(Export export, NewRun wanted) {
        UUID run = newRuns.queue(wanted);
        Changes changes = Changes.none().with("run", null, run);
        audit.record(ExportAction.RUN_STARTED, export.id(), export.displayName(), changes);
        if (wanted.confirmRemovals()) {
            audit.record(ExportAction.REMOVALS_CONFIRMED, export.id(), export.displayName(), changes);
        }
        return run;
    }

    /** Stops a run because the caller wants it so; false when it has ended already. */
    @Transactional
    boolean canceled(Export export, UUID run, String detail) {
        boolean stopped = runs.stop(run, RunStatus.CANCELED, null, detail);
        if (stopped) {
            audit.record(
                    ExportAction.RUN_CANCELED,
                    export.id(),
                    export.displayName(),
                    Changes.none().with("run", run, null));
        }
        return stopped;
    }
}
