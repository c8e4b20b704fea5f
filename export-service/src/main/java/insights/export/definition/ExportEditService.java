package insights.export.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.common.etag.Versions;
import insights.common.id.Ids;
import insights.common.patch.MergePatch;
import insights.common.problem.CommonProblem;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.export.ExportProblem;
import insights.export.audit.ExportAction;
import insights.export.schedule.Schedule;
import insights.export.schedule.ScheduleCheck;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;

/** Changes of exports after they were made: edited, duplicated, detached, attached, removed (F6). */
@ApplicationScoped
public class ExportEditService {

    private static final String COPY = " (copy)";

    private final ExportRepository exports;
    private final ExportService service;
    private final ExportCheck check;
    private final ExportAccess access;
    private final MergePatch patch;
    private final Event<ExportDetached> detached;
    private final Event<ExportRemoving> removing;
    private final Event<ExportConnectionGone> connectionGone;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;
    private final ExportJournal journal;

    ExportEditService(
            ExportRepository exports,
            ExportService service,
            ExportCheck check,
            ExportAccess access,
            MergePatch patch,
            Event<ExportDetached> detached,
            Event<ExportRemoving> removing,
            Event<ExportConnectionGone> connectionGone,
            Caller caller,
            Clock clock,
            Ids ids,
            ExportJournal journal) {
        this.exports = exports;
        this.service = service;
        this.check = check;
        this.access = access;
        this.patch = patch;
        this.detached = detached;
        this.removing = removing;
        this.connectionGone = connectionGone;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
        this.journal = journal;
    }

    Export edit(UUID id, String ifMatch, ObjectNode changes) {
        Export export = editable(id);
        Versions.require(ifMatch, export.version());
        ExportEdit edit = patch.apply(ExportEdit.from(export), changes, ExportEdit.class);
        Schedule schedule = ScheduleCheck.checked(edit.schedule());
        check.audience(export.connectionId(), id, edit.segmentIds());
        check.matching(export.connectionId(), edit.dataMatching(), edit.optOutField());
        return change(ExportAction.EXPORT_EDITED, id, ifMatch, row -> {
            row.displayName = edit.displayName();
            row.segmentIds = ExportCheck.distinct(edit.segmentIds()).toArray(UUID[]::new);
            row.dataMatching = edit.dataMatching();
            row.optOutField = edit.optOutField();
            row.audienceMode = edit.audienceMode();
            row.notifyHooks = edit.notifyHooks();
            row.clearEmptied = edit.clearEmptied();
            if (!row.schedule.equals(schedule)) {
                row.schedule = schedule;
                row.reschedule(clock.instant());
            }
        });
    }

    /** A copy with a name of its own, which has delivered nothing yet. */
    Export duplicate(UUID id) {
        Export export = editable(id);
        return QuarkusTransaction.requiringNew().call(() -> {
            ExportEntity copy = new ExportEntity();
            copy.id = ids.next();
            copy.displayName = copyName(export.displayName());
            copy.connectionId = export.connectionId();
            copy.ledgerConnectionId = exports.find(id).orElseThrow().ledgerConnectionId;
            copy.segmentIds = export.segmentIds().toArray(UUID[]::new);
            copy.dataMatching = export.dataMatching();
            copy.optOutField = export.optOutField();
            copy.audienceMode = export.audienceMode();
            copy.notifyHooks = export.notifyHooks();
            copy.clearEmptied = export.clearEmptied();
            copy.schedule = export.schedule();
            copy.createdBy(caller.name(), clock.instant());
            copy.reschedule(clock.instant());
            exports.add(copy);
            journal.duplicated(export, copy.toExport());
            return copy.toExport();
        });
    }

    /** Takes the connection away. The export stays, and so does what it delivered. */
    Export detach(UUID id, String ifMatch) {
        Export export = editable(id);
        Versions.require(ifMatch, export.version());
        return change(
                ExportAction.EXPORT_DETACHED,
                id,
                ifMatch,
                row -> detach(row, "The export was detached from its connection."));
    }

    /** Gives the export a connection. With another one than before it begins anew: nothing was delivered there. */
    Export attach(UUID id, String ifMatch, UUID connection) {
        Export export = editable(id);
        Versions.require(ifMatch, export.version());
        access.requireConnection(connection);
        check.audience(connection, id, export.segmentIds());
        check.audienceFields(connection, export.dataMatching());
        return change(ExportAction.EXPORT_ATTACHED, id, ifMatch, row -> {
            if (row.connectionId != null && !row.connectionId.equals(connection)) {
                detach(row, "The export was attached to another connection.");
            }
            if (!row.ledgerConnectionId.equals(connection)) {
                requireNobodyToErase(id);
                exports.forgetDelivered(id);
            }
            boolean rested = row.connectionId == null;
            row.connectionId = connection;
            row.ledgerConnectionId = connection;
            if (rested) {
                row.reschedule(clock.instant());
            }
        });
    }

    /** Removes the export with its history. What it put at Autopilot stays there. */
    void remove(UUID id, String ifMatch) {
        Export export = visible(id);
        Versions.require(ifMatch, export.version());
        QuarkusTransaction.requiringNew().run(() -> {
            ExportEntity row = exports.lock(id).orElseThrow(() -> Problem.notFound("export", id));
            Versions.require(ifMatch, row.version);
            requireNobodyToErase(id);
            journal.removed(row.toExport());
            exports.remove(row);
        });
    }

    /**
     * Begins to remove the export: what it put at Autopilot is taken off by a run, at the end of which the export is
     * gone. May be repeated.
     */
    Export takeOffAndRemove(UUID id, String ifMatch) {
        Export export = visible(id);
        Versions.require(ifMatch, export.version());
        access.requireUse(export).obstacle().ifPresent(obstacle -> {
            throw Problem.of(ExportProblem.CONNECTION_NOT_READY, obstacle);
        });
        return change(ExportAction.EXPORT_REMOVAL_STARTED, id, ifMatch, row -> {
            row.removing = true;
            removing.fire(new ExportRemoving(id, row.connectionId));
        });
    }

    /** A connection is gone: its exports are detached or removed, as an administrator chose there. May be repeated. */
    @Transactional
    public void connectionRemoved(UUID connection, ConnectionRemoved removed) {
        for (ExportEntity row : exports.ofConnection(connection)) {
            Export before = row.toExport();
            if (removed.removes(row.id)) {
                connectionGone.fire(new ExportConnectionGone(row.id));
                journal.removed(removed.by(), before);
                exports.remove(row);
            } else {
                detach(row, "The connection was removed.");
                row.updatedBy(removed.by().name(), clock.instant());
                journal.detached(removed.by(), before, row.toExport());
            }
        }
    }

    /** What is known of them here is the only way to take them out of Autopilot (D4). */
    private void requireNobodyToErase(UUID id) {
        if (exports.hasErasures(id)) {
            throw Problem.of(
                    CommonProblem.CONFLICT,
                    "People who were erased are still to be taken out of Autopilot. Wait until that is done; or remove the"
                            + " export with takeOff; or have an administrator remove the connection if it works no more.");
        }
    }

    private Export editable(UUID id) {
        Export export = visible(id);
        if (export.removing()) {
            throw Problem.of(
                    CommonProblem.CONFLICT,
                    "The export is being removed. To keep what it put at Autopilot, remove it without takeOff.");
        }
        return export;
    }

    private Export visible(UUID id) {
        Export export = service.get(id);
        access.requireEdit(export);
        return export;
    }

    private Export change(ExportAction action, UUID id, String ifMatch, Consumer<ExportEntity> change) {
        return QuarkusTransaction.requiringNew().call(() -> {
            ExportEntity row = exports.lock(id).orElseThrow(() -> Problem.notFound("export", id));
            // Once more under the lock: somebody may have been faster while the other services were asked.
            Versions.require(ifMatch, row.version);
            Export before = row.toExport();
            change.accept(row);
            row.updatedBy(caller.name(), clock.instant());
            exports.flush();
            journal.changed(action, before, row.toExport());
            return row.toExport();
        });
    }

    private void detach(ExportEntity row, String reason) {
        row.connectionId = null;
        row.reschedule(clock.instant());
        detached.fire(new ExportDetached(row.id, reason));
    }

    private static String copyName(String name) {
        int end = Math.min(name.length(), 100 - COPY.length());
        // Not in the middle of a character that takes two.
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + COPY;
    }
}
