package insights.export.run;

import insights.common.page.TimeOrder;
import insights.common.problem.CommonProblem;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.export.connection.ConnectionDirectory;
import insights.export.definition.Export;
import insights.export.definition.ExportAccess;
import insights.export.definition.ExportDetached;
import insights.export.definition.ExportRemoved;
import insights.export.definition.ExportReturned;
import insights.export.definition.ExportService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Runs: looked at, and ended from outside. */
@ApplicationScoped
public class RunService {

    private final RunRepository runs;
    private final RunJournal journal;
    private final ExportService exports;
    private final ExportAccess access;
    private final ConnectionDirectory connections;
    private final Caller caller;

    RunService(
            RunRepository runs,
            RunJournal journal,
            ExportService exports,
            ExportAccess access,
            ConnectionDirectory connections,
            Caller caller) {
        this.runs = runs;
        this.journal = journal;
        this.exports = exports;
        this.access = access;
        this.connections = connections;
        this.caller = caller;
    }

    /** The run; 404 when the export has none of this id. */
    public Run get(UUID exportId, UUID run) {
        return runs.find(exportId, run).orElseThrow(() -> Problem.notFound("run", run));
    }

    /** One more than the limit, if there are so many. */
    List<Run> list(UUID exportId, RunFilter filter, TimeOrder order, UUID last, int limit) {
        exports.get(exportId);
        return named(runs.list(filter.condition().then(" and export_id = ?", exportId), order, last, limit + 1));
    }

    /** Across all exports; one more than the limit, if there are so many. Each with the name of its connection. */
    List<Run> list(RunQuery query, TimeOrder order, UUID last, int limit) {
        return named(runs.list(query.condition(), order, last, limit + 1));
    }

    private List<Run> named(List<Run> found) {
        ConnectionDirectory.Found names =
                connections.look(found.stream().map(Run::connectionId).collect(Collectors.toSet()));
        return found.stream()
                .map(run -> run.through(names.name(run.connectionId()).orElse(null)))
                .toList();
    }

    /** Stops a run that waits or goes on: it makes no further request. What was delivered stays delivered. */
    Run cancel(UUID exportId, UUID run) {
        Export export = exports.get(exportId);
        access.requireEdit(export);
        get(exportId, run);
        if (!journal.canceled(export, run, "Canceled by " + caller.name() + ".")) {
            throw Problem.of(CommonProblem.CONFLICT, "The run has ended already; there is nothing to cancel.");
        }
        return get(exportId, run);
    }

    /** An export runs no more through a connection that it lost. */
    @Transactional(Transactional.TxType.MANDATORY)
    void stopDetached(@Observes ExportDetached detached) {
        runs.unfinished(detached.export(), detached.connection())
                .forEach(run ->
                        runs.stop(run, RunStatus.FAILED_PERMANENT, StopReason.CONNECTION_CLOSED, detached.reason()));
    }

    /** What it delivered there is the export's own again, and its own runs do what these would. */
    @Transactional(Transactional.TxType.MANDATORY)
    void stopReturned(@Observes ExportReturned returned) {
        runs.unfinished(returned.export(), returned.connection())
                .forEach(run ->
                        runs.stop(run, RunStatus.CANCELED, null, "The export was attached to this connection again."));
    }

    /** An export that is removed takes its runs with it; whoever works on one makes no further request. */
    @Transactional(Transactional.TxType.MANDATORY)
    void stopRemoved(@Observes ExportRemoved removed) {
        runs.unfinished(removed.export())
                .forEach(run -> runs.stop(run, RunStatus.CANCELED, null, "The export was removed."));
    }

    /** Nothing may be sent through the connection any more: its runs end. */
    @Transactional
    void connectionClosed(UUID connection, ConnectionClosed.Reason reason) {
        runs.unfinishedThrough(connection)
                .forEach(run -> runs.stop(run, RunStatus.FAILED_PERMANENT, reason.stopReason(), reason.detail()));
    }
}
