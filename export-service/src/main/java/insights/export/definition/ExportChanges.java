package insights.export.definition;

import insights.common.etag.Versions;
import insights.common.problem.CommonProblem;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.common.security.Person;
import insights.export.audit.ExportAction;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;

/** Changes exports, with all that goes with any change: who may, of which version, and the audit trail. */
@ApplicationScoped
class ExportChanges {

    /** In seconds: one that moves to another connection has a row written anew for each of its contacts. */
    private static final int LONGEST = 900;

    private final ExportRepository exports;
    private final ExportService service;
    private final ExportAccess access;
    private final ExportJournal journal;
    private final Caller caller;
    private final Clock clock;

    ExportChanges(
            ExportRepository exports,
            ExportService service,
            ExportAccess access,
            ExportJournal journal,
            Caller caller,
            Clock clock) {
        this.exports = exports;
        this.service = service;
        this.access = access;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    /** The export, if the caller may change it and it is not being removed. */
    Export editable(UUID id) {
        Export export = visible(id);
        if (export.removing()) {
            throw Problem.of(
                    CommonProblem.CONFLICT,
                    "The export is being removed. To keep what it put at the destination, remove it without takeOff.");
        }
        return export;
    }

    /** The export, if the caller may change it. */
    Export visible(UUID id) {
        Export export = service.get(id);
        access.requireEdit(export);
        return export;
    }

    /** Applies a change to the row under its lock. What is no change leaves no trace: no version, no audit event. */
    Export change(ExportAction action, UUID id, String ifMatch, Consumer<ExportEntity> change) {
        return QuarkusTransaction.requiringNew().timeout(LONGEST).call(() -> {
            ExportEntity row = locked(id, ifMatch);
            Export before = row.toExport();
            change.accept(row);
            if (row.toExport().equals(before)) {
                return before;
            }
            row.updatedBy(Person.of(caller), clock.instant());
            exports.flush();
            journal.changed(action, before, row.toExport());
            return row.toExport();
        });
    }

    /** The row, held until the end of the transaction. */
    ExportEntity locked(UUID id, String ifMatch) {
        ExportEntity row = exports.lock(id).orElseThrow(() -> Problem.notFound("export", id));
        // Once more under the lock: somebody may have been faster while the other services were asked.
        Versions.require(ifMatch, row.version);
        return row;
    }
}
