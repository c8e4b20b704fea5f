package insights.export.worker;

import insights.export.connection.ApiKey;
import insights.export.connection.Connection;
import insights.export.connection.ConnectionClient;
import insights.export.definition.Export;
import insights.export.definition.ExportService;
import insights.export.definition.FormerConnections;
import insights.export.delivery.Delivery;
import insights.export.destination.DestinationException;
import insights.export.line.Ticker;
import insights.export.progress.WaitReason;
import insights.export.rejection.RejectionRepository;
import insights.export.run.Purpose;
import insights.export.run.RunEnded;
import insights.export.run.RunRepository;
import insights.export.run.StopReason;
import insights.export.run.StopRunException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.jboss.logging.Logger;

/** Works on one claimed run from beginning to end. */
@ApplicationScoped
class RunWorker {

    private static final Logger LOG = Logger.getLogger(RunWorker.class);

    private final ExportService exports;
    private final FormerConnections formers;
    private final ConnectionClient connections;
    private final Delivery delivery;
    private final LeaseRepository leases;
    private final HeldRunRepository held;
    private final RunRepository runs;
    private final RejectionRepository rejections;
    private final LeaseMetrics metrics;
    private final Event<RunEnded> ended;
    private final RunContext context;
    private final WorkerConfig config;

    RunWorker(
            ExportService exports,
            FormerConnections formers,
            ConnectionClient connections,
            Delivery delivery,
            LeaseRepository leases,
            HeldRunRepository held,
            RunRepository runs,
            RejectionRepository rejections,
            LeaseMetrics metrics,
            Event<RunEnded> ended,
            RunContext context,
            WorkerConfig config) {
        this.exports = exports;
        this.formers = formers;
        this.connections = connections;
        this.delivery = delivery;
        this.leases = leases;
        this.held = held;
        this.runs = runs;
        this.rejections = rejections;
        this.metrics = metrics;
        this.ended = ended;
        this.context = context;
        this.config = config;
    }

    /** @param asked when the claim was asked for, as {@link Ticker} tells it: the lease counts from later */
    ActiveRun activate(Claim claim, long asked) {
        return new ActiveRun(
                claim, asked, leases, held, connections, config, Ticker.SYSTEM, work -> context.start(claim, work));
    }

    void work(Claim claim, ActiveRun run) {
        LOG.infof("Run %s of export %s begins (claim %d)", claim.run(), claim.export(), claim.epoch());
        try {
            end(claim, run, outcome(claim, run));
        } catch (StopRunException letGo) {
            StopReason reason =
                    letGo.reason() == StopReason.LEASE_LOST && isEnded(claim) ? StopReason.STOPPED : letGo.reason();
            LOG.infof("Run %s is let go: %s", claim.run(), reason);
            metrics.letGo(reason);
            if (reason == StopReason.HANDED_OVER) {
                leases.handOver(claim, run.takeRequests());
            }
        }
    }

    /** Whoever ends a run from outside takes its lease away too, and may have done so at another replica. */
    private boolean isEnded(Claim claim) {
        return runs.find(claim.export(), claim.run())
                .map(run -> run.status().isFinal())
                .orElse(true);
    }

    /** @throws StopRunException when the run goes on elsewhere */
    private Outcome outcome(Claim claim, ActiveRun run) {
        try {
            deliver(claim, run);
            return Outcome.done(!rejections.counts(claim.run()).isEmpty() || runs.hasWarnings(claim.run()));
        } catch (StopRunException stop) {
            if (stop.reason().kind() == StopReason.Kind.LET_GO) {
                throw stop;
            }
            return failed(claim, run, stop);
        } catch (RuntimeException thrown) {
            return failed(claim, run, thrown);
        }
    }

    private Outcome failed(Claim claim, ActiveRun run, RuntimeException thrown) {
        if (thrown instanceof DestinationException.KeyRefused && isKeyReplaced(claim)) {
            StopRunException replaced = new StopRunException(
                    StopReason.DESTINATION_UNAVAILABLE,
                    "The API key was replaced while the run went on; it goes on by itself with the new one.");
            return Outcome.of(replaced, run.failures(), config.retryDelays());
        }
        Outcome outcome = Outcome.of(thrown, run.failures(), config.retryDelays());
        if (outcome.reason() == StopReason.INTERNAL_ERROR) {
            LOG.errorf(thrown, "Run %s failed by a fault of this service", claim.run());
        }
        if (thrown instanceof DestinationException.KeyRefused) {
            report(claim);
        }
        return outcome;
    }

    private void end(Claim claim, ActiveRun run, Outcome outcome) {
        if (!leases.release(claim, outcome, run.takeRequests()) && !isGone(claim)) {
            throw new StopRunException(StopReason.LEASE_LOST, "Another worker has taken over this run.");
        }
        ended.fire(new RunEnded(claim.run(), outcome.status(), outcome.reason()));
        LOG.infof(
                "Run %s is %s%s",
                claim.run(), outcome.status(), outcome.reason() == null ? "" : ": " + outcome.reason());
    }

    /** Taking an export off the destination ends with its removal, its runs included. */
    private boolean isGone(Claim claim) {
        return claim.purpose() == Purpose.TAKE_OFF && !exports.isThere(claim.export());
    }

    private void deliver(Claim claim, ActiveRun run) {
        if (claim.lostWorkers() > config.maxLostWorkers()) {
            throw new StopRunException(
                    StopReason.WORKERS_LOST,
                    "Replica after replica was lost while it worked on this run: the operator finds out why, then runs it"
                            + " again.");
        }
        Export export = export(claim);
        Connection connection = run.asking(WaitReason.DESTINATION_SERVICE, () -> connections.find(claim.connection()))
                .orElseThrow(() -> notReady("The connection of the export is gone; attach another one."));
        connection.obstacle().ifPresent(obstacle -> {
            throw notReady(obstacle);
        });
        if (claim.purpose().isOfExport() && !claim.connection().equals(export.connectionId())) {
            throw notReady("The export was attached elsewhere, or detached.");
        }
        ApiKey key = run.asking(WaitReason.DESTINATION_SERVICE, () -> connections.apiKey(claim.connection()))
                .orElseThrow(() -> notReady("The connection cannot be used now: an administrator looks at it."));
        held.forgetRejectionsIfAsked(claim);
        delivery.work(claim.purpose(), export, connection, key, run);
    }

    private Export export(Claim claim) {
        return claim.purpose() == Purpose.FORMER_CONNECTION
                ? formers.find(claim.export(), claim.connection())
                        .orElseThrow(() ->
                                notReady("Nothing is kept any more of what the export delivered there before it left."))
                : exports.get(claim.export());
    }

    private boolean isKeyReplaced(Claim claim) {
        try {
            return connections.isKeyReplaced(claim.connection());
        } catch (RuntimeException e) {
            LOG.warnf("Run %s could not learn whether the refused key is still the one", claim.run());
            return false;
        }
    }

    private void report(Claim claim) {
        try {
            connections.reportRefusedKey(claim.connection());
        } catch (RuntimeException e) {
            LOG.warnf("Run %s could not report the refused key; the next test of the connection will", claim.run());
        }
    }

    private static StopRunException notReady(String detail) {
        return new StopRunException(StopReason.CONNECTION_NOT_READY, detail);
    }
}
