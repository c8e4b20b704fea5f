package insights.export.definition;

import insights.common.etag.Versions;
import insights.common.problem.CommonProblem;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.common.security.Person;
import insights.export.ExportProblem;
import insights.export.audit.ExportAction;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Removes exports: at once, or after what they put at the destination was taken off (F6). */
@ApplicationScoped
public class ExportRemovalService {

    private final ExportRepository exports;
    private final ExportChanges changes;
    private final ExportAccess access;
    private final Event<ExportRemoving> removing;
    private final Event<ExportRemoved> removed;
    private final ExportJournal journal;
    private final Caller caller;

    ExportRemovalService(
            ExportRepository exports,
            ExportChanges changes,
            ExportAccess access,
            Event<ExportRemoving> removing,
            Event<ExportRemoved> removed,
            ExportJournal journal,
            Caller caller) {
        this.exports = exports;
        this.changes = changes;
        this.access = access;
        this.removing = removing;
        this.removed = removed;
        this.journal = journal;
        this.caller = caller;
    }

    /** Removes the export with its history. What it put at the destination stays there. */
    public void remove(UUID id, String ifMatch) {
        Versions.require(ifMatch, changes.visible(id).version());
        QuarkusTransaction.requiringNew().run(() -> {
            ExportEntity row = changes.locked(id, ifMatch);
            requireNobodyToErase(id);
            requireNobodyToEraseElsewhere(id);
            remove(Person.of(caller), row);
        });
    }

    /**
     * Begins to remove the export: what it put at the destination is taken off by a run, at the end of which the export is
     * gone. May be repeated.
     */
    public Export takeOffAndRemove(UUID id, String ifMatch) {
        Export export = changes.visible(id);
        Versions.require(ifMatch, export.version());
        access.requireUse(export).obstacle().ifPresent(obstacle -> {
            throw Problem.of(ExportProblem.CONNECTION_NOT_READY, obstacle);
        });
        return changes.change(ExportAction.EXPORT_REMOVAL_STARTED, id, ifMatch, row -> {
            requireNobodyToEraseElsewhere(id);
            row.removing = true;
            removing.fire(new ExportRemoving(id, row.connectionId));
        });
    }

    /**
     * Notes that everything was taken off and the export is gone, in the name of whoever began that; in its transaction.
     *
     * @param notFound what is to be said of audiences in which somebody may still be whom nothing found
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void takenOff(Export export, List<String> notFound) {
        journal.takenOff(journal.whoBeganToRemove(export), export, notFound);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void remove(Person by, ExportEntity row) {
        removed.fire(new ExportRemoved(row.id));
        journal.removed(by, row.toExport());
        exports.remove(row);
    }

    private void requireNobodyToEraseElsewhere(UUID id) {
        if (exports.hasErasuresElsewhere(id)) {
            throw Problem.of(
                    CommonProblem.CONFLICT,
                    "People who were erased are still to be taken out of an account that the export left. Wait until that is"
                            + " done; or have an administrator remove that connection if it works no more.");
        }
    }

    /** What is known of them here is the only way to take them out of the destination (D4). */
    void requireNobodyToErase(UUID id) {
        if (exports.hasErasures(id) && exports.isSending(id)) {
            throw Problem.of(
                    CommonProblem.CONFLICT,
                    "A run of the export goes on, and somebody was erased meanwhile whom it may have sent: after it that is looked"
                            + " into. Cancel the run, or wait until it has ended, and try again.");
        }
        if (exports.hasErasures(id)) {
            throw Problem.of(
                    CommonProblem.CONFLICT,
                    "People who were erased are still to be taken out of the destination. Wait until that is done; or remove it"
                            + " with takeOff; or have an administrator remove the connection if it works no more.");
        }
    }
}
