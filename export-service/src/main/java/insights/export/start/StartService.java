package insights.export.start;

import insights.common.audit.AuditLog;
import insights.common.audit.Changes;
import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.common.security.Person;
import insights.export.audit.ExportAction;
import insights.export.definition.Export;
import insights.export.definition.ExportAccess;
import insights.export.definition.ExportRemoving;
import insights.export.definition.ExportService;
import insights.export.run.Purpose;
import insights.export.run.Run;
import insights.export.run.RunRepository;
import insights.export.run.RunService;
import insights.export.run.RunStatus;
import insights.export.run.RunTrigger;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Starts runs that people ask for. */
@ApplicationScoped
class StartService {

    static final String CHANGED_MEANWHILE = "The export was detached, attached elsewhere or removed meanwhile.";

    private final RunService runs;
    private final RunRepository unfinished;
    private final NewRunRepository newRuns;
    private final AuditLog audit;
    private final ExportService exports;
    private final ExportAccess access;
    private final Readiness readiness;
    private final Caller caller;
    private final Clock clock;

    StartService(
            RunService runs,
            RunRepository unfinished,
            NewRunRepository newRuns,
            AuditLog audit,
            ExportService exports,
            ExportAccess access,
            Readiness readiness,
            Caller caller,
            Clock clock) {
        this.runs = runs;
        this.unfinished = unfinished;
        this.newRuns = newRuns;
        this.audit = audit;
        this.exports = exports;
        this.access = access;
        this.readiness = readiness;
        this.caller = caller;
        this.clock = clock;
    }

    /** Queues a run on demand (E1). What is known to stop it is refused here already; the run looks again. */
    Run start(UUID exportId, String key, RunRequest request) {
        Export export = exports.get(exportId);
        // As elsewhere, a key is its sender's own: somebody else who happens to take the same one means another run.
        String idempotencyKey = key == null ? null : caller.subject() + ' ' + key;
        Optional<UUID> repeated = repeated(exportId, idempotencyKey, request);
        if (repeated.isPresent()) {
            access.requireUse(export);
            return runs.get(exportId, repeated.get());
        }
        readiness.require(export);
        UUID run = queue(export, idempotencyKey, request)
                .orElseThrow(() -> Problem.of(CommonProblem.CONFLICT, CHANGED_MEANWHILE));
        return runs.get(exportId, run);
    }

    /**
     * Queues a run on demand of somebody who may, or finds the one that waits. Empty when the export is no longer as it
     * was read: {@link #CHANGED_MEANWHILE}.
     */
    Optional<UUID> queue(Export export, String idempotencyKey, RunRequest request) {
        NewRun wanted = new NewRun(
                export.id(),
                export.connectionId(),
                RunTrigger.ON_DEMAND,
                Purpose.DELIVER,
                Person.of(caller),
                idempotencyKey,
                request.asked(),
                request.removalsConfirmed(),
                null,
                null,
                clock.instant());
        return QuarkusTransaction.joiningExisting().call(() -> {
            // Other services were asked meanwhile.
            if (!newRuns.isStillOf(export.id(), export.connectionId())) {
                return Optional.empty();
            }
            // The same request may have been faster.
            Optional<UUID> repeated = repeated(export.id(), idempotencyKey, request);
            if (repeated.isPresent()) {
                return repeated;
            }
            UUID run = queue(export, wanted);
            if (request.growthConfirmed()) {
                newRuns.confirmGrowth(run);
                confirmed(ExportAction.GROWTH_CONFIRMED, export, run);
            }
            if (request.emptyingConfirmed()) {
                newRuns.confirmEmptying(run);
                confirmed(ExportAction.EMPTYING_CONFIRMED, export, run);
            }
            if (request.rejectedRetried()) {
                newRuns.retryRejected(run);
            }
            return Optional.of(run);
        });
    }

    private void confirmed(ExportAction what, Export export, UUID run) {
        audit.record(what, export.id(), export.displayName(), Changes.none().with("run", null, run));
    }

    /** The run that was asked for with the same key; 422 when that was another wish. */
    private Optional<UUID> repeated(UUID export, String idempotencyKey, RunRequest request) {
        return newRuns.repeated(export, idempotencyKey).map(before -> {
            if (before.request() != null && !before.request().equals(request.asked())) {
                throw Problem.of(
                        CommonProblem.IDEMPOTENCY_KEY_REUSED,
                        "The key came with another body before, for run " + before.run()
                                + ": send that body again, or take a new key for a new run.",
                        List.of(new FieldError("Idempotency-Key", "stands for another request")));
            }
            return before.run();
        });
    }

    /** Queues it and notes it in the audit trail: neither is there without the other. */
    private UUID queue(Export export, NewRun wanted) {
        UUID run = newRuns.queue(wanted);
        Changes changes = Changes.none().with("run", null, run);
        audit.record(ExportAction.RUN_STARTED, export.id(), export.displayName(), changes);
        if (wanted.confirmRemovals()) {
            audit.record(ExportAction.REMOVALS_CONFIRMED, export.id(), export.displayName(), changes);
        }
        return run;
    }

    /** An export that is being removed delivers no more; one last run takes off what it put at the destination. */
    @Transactional(Transactional.TxType.MANDATORY)
    void takeOff(@Observes ExportRemoving removing) {
        unfinished
                .unfinished(removing.export())
                .forEach(run -> unfinished.stop(run, RunStatus.CANCELED, null, "The export is being removed."));
        newRuns.queue(new NewRun(
                removing.export(),
                removing.connection(),
                RunTrigger.ON_DEMAND,
                Purpose.TAKE_OFF,
                Person.of(caller),
                null,
                true,
                clock.instant()));
    }
}
