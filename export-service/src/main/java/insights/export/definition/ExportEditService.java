package insights.export.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.common.etag.Versions;
import insights.common.id.Ids;
import insights.common.patch.MergePatch;
import insights.common.security.Caller;
import insights.common.security.Person;
import insights.export.audit.ExportAction;
import insights.export.connection.Connection;
import insights.export.schedule.Schedule;
import insights.export.schedule.ScheduleCheck;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What people change of exports after they were made, and copies of them (F6). */
@ApplicationScoped
public class ExportEditService {

    private final ExportRepository exports;
    private final ExportChanges changes;
    private final ExportNames names;
    private final ExportCheck check;
    private final ExportAccess access;
    private final MergePatch patch;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;
    private final ExportJournal journal;

    ExportEditService(
            ExportRepository exports,
            ExportChanges changes,
            ExportNames names,
            ExportCheck check,
            ExportAccess access,
            MergePatch patch,
            Caller caller,
            Clock clock,
            Ids ids,
            ExportJournal journal) {
        this.exports = exports;
        this.changes = changes;
        this.names = names;
        this.check = check;
        this.access = access;
        this.patch = patch;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
        this.journal = journal;
    }

    /** Edits by merge patch. */
    public Export edit(UUID id, String ifMatch, ObjectNode members) {
        Export export = changes.editable(id);
        Versions.require(ifMatch, export.version());
        ExportEdit before = ExportEdit.from(export, ScheduleCheck.remaining(export.schedule(), members));
        ExportEdit edit = patch.apply(before, members, ExportEdit.class);
        // One that stays needs no check: what was taken once, like a zone that has another name since, is no hindrance.
        Schedule schedule =
                export.schedule().equals(edit.schedule()) ? export.schedule() : ScheduleCheck.checked(edit.schedule());
        names.requireFree(edit.displayName(), id);
        check(export, edit, access.requireEdit(export));
        return ExportNames.translated(() -> changes.change(ExportAction.EXPORT_EDITED, id, ifMatch, row -> {
            row.displayName = edit.displayName();
            row.send(edit.segmentIds());
            row.match(edit.dataMatching());
            row.optOutField = edit.optOutField();
            row.audienceMode = edit.audienceMode();
            row.notifyHooks = edit.notifyHooks();
            row.clearEmptied = edit.clearEmptied();
            if (!row.schedule.equals(schedule)) {
                row.schedule = schedule;
                row.reschedule(clock.instant());
            }
        }));
    }

    /** What stays needs no check: a segment that was switched off, or a field that is gone, keeps nobody from pausing the export. */
    private void check(Export before, ExportEdit edit, Optional<Connection> connection) {
        if (!before.segmentIds().equals(edit.segmentIds())) {
            check.audience(before.connectionId(), before.id(), edit.segmentIds());
        }
        boolean isSentAlike = before.dataMatching().equals(edit.dataMatching())
                && Objects.equals(before.optOutField(), edit.optOutField())
                && before.audienceMode() == edit.audienceMode();
        if (!isSentAlike) {
            check.destination(connection, edit.dataMatching(), edit.optOutField(), edit.audienceMode());
        }
    }

    /** A copy, which has delivered nothing yet. @param request null for a copy with a name made for it */
    public Export duplicate(UUID id, ExportDuplicateRequest request) {
        Export export = changes.editable(id);
        Schedule schedule = request == null || request.schedule() == null
                ? export.schedule()
                : ScheduleCheck.checked(request.schedule());
        if (request == null || request.displayName() == null) {
            return ExportNames.repeated(() -> copy(export, null, schedule));
        }
        names.requireFree(request.displayName(), null);
        return ExportNames.translated(() -> copy(export, request.displayName(), schedule));
    }

    private Export copy(Export export, String displayName, Schedule schedule) {
        return QuarkusTransaction.requiringNew().call(() -> {
            ExportEntity copy = new ExportEntity();
            copy.id = ids.next();
            copy.displayName = displayName == null ? names.ofCopy(export.displayName()) : displayName;
            copy.connectionId = export.connectionId();
            copy.ledgerConnectionId = exports.find(export.id()).orElseThrow().ledgerConnectionId;
            copy.send(export.segmentIds());
            copy.match(export.dataMatching());
            copy.optOutField = export.optOutField();
            copy.audienceMode = export.audienceMode();
            copy.notifyHooks = export.notifyHooks();
            copy.clearEmptied = export.clearEmptied();
            copy.schedule = schedule;
            copy.createdBy(Person.of(caller), clock.instant());
            copy.reschedule(clock.instant());
            exports.add(copy);
            journal.duplicated(export, copy.toExport());
            return copy.toExport();
        });
    }
}
