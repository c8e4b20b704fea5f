package insights.export.run;

import insights.common.page.Page;
import insights.common.problem.CommonProblem;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.export.ExportProblem;
import insights.export.connection.Connection;
import insights.export.definition.Export;
import insights.export.definition.ExportAccess;
import insights.export.definition.ExportDetached;
import insights.export.definition.ExportRemoving;
import insights.export.definition.ExportService;
import insights.export.definition.SizeLimit;
import insights.export.delivery.Purpose;
import insights.export.delivery.StopReason;
import insights.export.matching.RejectionReason;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs: started and looked at. */
@ApplicationScoped
class RunService {

    static final String CHANGED_MEANWHILE = "The export was detached, attached elsewhere or removed meanwhile.";

    private final RunRepository runs;
    private final NewRunRepository newRuns;
    private final RejectionRepository rejections;
    private final RunJournal journal;
    private final ExportService exports;
    private final ExportAccess access;
    private final SizeLimit sizeLimit;
    private final RunFeed feed;
    private final RunMetrics metrics;
    private final Caller caller;
    private final Clock clock;

    RunService(
            RunRepository runs,
            NewRunRepository newRuns,
            RejectionRepository rejections,
            RunJournal journal,
            ExportService exports,
            ExportAccess access,
            SizeLimit sizeLimit,
            RunFeed feed,
            RunMetrics metrics,
            Caller caller,
            Clock clock) {
        this.runs = runs;
        this.newRuns = newRuns;
        this.rejections = rejections;
        this.journal = journal;
        this.exports = exports;
        this.access = access;
        this.sizeLimit = sizeLimit;
        this.feed = feed;
        this.metrics = metrics;
        this.caller = caller;
        this.clock = clock;
    }

    /** Queues a run on demand (E1). What is known to stop it is refused here already; the run looks again. */
    Run start(UUID exportId, String idempotencyKey, RunRequest request) {
        Export export = exports.get(exportId);
        Optional<UUID> repeated = newRuns.repeated(exportId, idempotencyKey);
        if (repeated.isPresent()) {
            access.requireUse(export);
            return get(exportId, repeated.get());
        }
        requireReady(export);
        UUID run = queue(export, idempotencyKey, request)
                .orElseThrow(() -> Problem.of(CommonProblem.CONFLICT, CHANGED_MEANWHILE));
        return get(exportId, run);
    }

    /** Throws what is known to stop a run of the export, as far as it is for the caller to run it at all. */
    void requireReady(Export export) {
        if (export.removing()) {
            throw Problem.of(CommonProblem.CONFLICT, "The export is being removed; it runs no more.");
        }
        Connection connection = access.requireUse(export);
        connection.obstacle().ifPresent(obstacle -> {
            throw Problem.of(ExportProblem.CONNECTION_NOT_READY, obstacle);
        });
        sizeLimit.excess(export.connectionId()).ifPresent(excess -> {
            throw Problem.of(ExportProblem.TOO_MANY_PROFILES, excess);
        });
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
                caller.name(),
                idempotencyKey,
                request.removalsConfirmed(),
                clock.instant());
        return QuarkusTransaction.joiningExisting().call(() -> {
            // Other services were asked meanwhile.
            if (!newRuns.isStillOf(export.id(), export.connectionId())) {
                return Optional.empty();
            }
            UUID run = newRuns.repeated(export.id(), idempotencyKey).orElseGet(() -> journal.started(export, wanted));
            if (request.rejectedRetried()) {
                newRuns.retryRejected(run);
            }
            return Optional.of(run);
        });
    }

    Run get(UUID exportId, UUID run) {
        return runs.find(exportId, run).orElseThrow(() -> Problem.notFound("run", run));
    }

    /** The run as it goes, for as long as the caller is known. */
    Multi<Run> follow(UUID exportId, UUID run) {
        return feed.follow(get(exportId, run), caller.knownUntil());
    }

    /** Stops a run that waits or goes on: it makes no further request. What was delivered stays delivered. */
    Run cancel(UUID exportId, UUID run) {
        Export export = exports.get(exportId);
        access.requireEdit(export);
        get(exportId, run);
        if (!journal.canceled(export, run, "Canceled by " + caller.name() + ".")) {
            throw Problem.of(CommonProblem.CONFLICT, "The run has ended already; there is nothing to cancel.");
        }
        metrics.ended(RunStatus.CANCELED, null);
        return get(exportId, run);
    }

    /** An export without connection runs no more. */
    @Transactional(Transactional.TxType.MANDATORY)
    void stopDetached(@Observes ExportDetached detached) {
        for (UUID run : runs.unfinished(detached.export())) {
            runs.stop(run, RunStatus.FAILED_PERMANENT, StopReason.CONNECTION_CLOSED, detached.reason());
            metrics.ended(RunStatus.FAILED_PERMANENT, StopReason.CONNECTION_CLOSED);
        }
    }

    /** An export that is being removed delivers no more; one last run takes off what it put at Autopilot. */
    @Transactional(Transactional.TxType.MANDATORY)
    void takeOff(@Observes ExportRemoving removing) {
        runs.unfinished(removing.export())
                .forEach(run -> runs.stop(run, RunStatus.CANCELED, null, "The export is being removed."));
        newRuns.queue(new NewRun(
                removing.export(),
                removing.connection(),
                RunTrigger.ON_DEMAND,
                Purpose.TAKE_OFF,
                caller.name(),
                null,
                true,
                clock.instant()));
    }

    /** Nothing may be sent through the connection any more: its runs end. */
    @Transactional
    void connectionClosed(UUID connection, ConnectionClosed.Reason reason) {
        runs.unfinishedThrough(connection)
                .forEach(run -> runs.stop(run, RunStatus.FAILED_PERMANENT, reason.stopReason(), reason.detail()));
    }

    /** One more than the limit, if there are so many. */
    List<Run> list(UUID exportId, RunStatus status, UUID before, int limit) {
        exports.get(exportId);
        return runs.list(exportId, status, before, limit + 1);
    }

    List<Rejection> rejections(UUID exportId, UUID run, String after, RejectionReason reason, int limit) {
        access.requireEdit(exports.get(exportId));
        get(exportId, run);
        return rejections.list(run, after, reason, limit + 1);
    }

    /** Those that follow one already seen. */
    List<Rejection> rejectionsAfter(UUID run, Rejection last) {
        return rejections.list(run, last.profileId(), null, Page.MAX_LIMIT);
    }

    List<RejectionCount> rejectionCounts(UUID run) {
        return rejections.counts(run);
    }
}
