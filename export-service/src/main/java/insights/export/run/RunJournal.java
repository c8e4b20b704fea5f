package insights.export.run;

import insights.common.audit.AuditLog;
import insights.common.audit.Changes;
import insights.export.audit.ExportAction;
import insights.export.definition.Export;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Ends runs as people want it, and notes it in the audit trail: neither is there without the other. */
@ApplicationScoped
class RunJournal {

    private final RunRepository runs;
    private final AuditLog audit;

    RunJournal(RunRepository runs, AuditLog audit) {
        this.runs = runs;
        this.audit = audit;
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
