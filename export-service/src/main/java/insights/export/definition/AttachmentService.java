package insights.export.definition;

import insights.common.etag.Versions;
import insights.export.audit.ExportAction;
import insights.export.connection.Connection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Which connection an export uses: attached, detached, gone (F6). */
@ApplicationScoped
public class AttachmentService {

    private final ExportRepository exports;
    private final ExportChanges changes;
    private final ExportRemovalService removals;
    private final ExportCheck check;
    private final ExportAccess access;
    private final FormerConnections formers;
    private final Event<ExportDetached> detached;
    private final Event<ExportReturned> returned;
    private final Event<ExportConnectionGone> connectionGone;
    private final ExportJournal journal;
    private final Clock clock;

    AttachmentService(
            ExportRepository exports,
            ExportChanges changes,
            ExportRemovalService removals,
            ExportCheck check,
            ExportAccess access,
            FormerConnections formers,
            Event<ExportDetached> detached,
            Event<ExportReturned> returned,
            Event<ExportConnectionGone> connectionGone,
            ExportJournal journal,
            Clock clock) {
        this.exports = exports;
        this.changes = changes;
        this.removals = removals;
        this.check = check;
        this.access = access;
        this.formers = formers;
        this.detached = detached;
        this.returned = returned;
        this.connectionGone = connectionGone;
        this.journal = journal;
        this.clock = clock;
    }

    /** Takes the connection away. The export stays, and so does what it delivered. */
    public Export detach(UUID id, String ifMatch) {
        Versions.require(ifMatch, changes.editable(id).version());
        return changes.change(
                ExportAction.EXPORT_DETACHED,
                id,
                ifMatch,
                row -> detach(row, "The export was detached from its connection."));
    }

    /**
     * Gives the export a connection. What it delivered to another one is kept with that: opt-outs and erasures still reach it, and
     * attached there again the export goes on from it.
     */
    public Export attach(UUID id, String ifMatch, Attachment attachment) {
        UUID connection = attachment.connectionId();
        Export export = changes.editable(id);
        Versions.require(ifMatch, export.version());
        Connection there = access.requireConnection(connection);
        check.audience(connection, id, export.segmentIds());
        ExportCheck.Placement placement = check.placement(there, export, attachment, formers.find(id, connection));
        return changes.change(ExportAction.EXPORT_ATTACHED, id, ifMatch, row -> {
            if (!connection.equals(row.connectionId)) {
                detach(row, "The export was attached to another connection.");
                if (!row.ledgerConnectionId.equals(connection)) {
                    move(row, connection);
                }
                row.connectionId = connection;
                row.ledgerConnectionId = connection;
                row.reschedule(clock.instant());
            }
            row.match(placement.dataMatching());
            row.audienceMode = placement.audienceMode();
        });
    }

    private void move(ExportEntity row, UUID connection) {
        returned.fire(new ExportReturned(row.id, connection));
        formers.holdErasures();
        removals.requireNobodyToErase(row.id);
        formers.leave(row.id, clock.instant());
        formers.comeBack(row.id, connection);
    }

    /** A connection is gone, and so is what was kept of exports that left it. May be repeated. */
    @Transactional
    public void connectionGone(UUID connection) {
        for (FormerConnections.Former former : formers.at(connection)) {
            detached.fire(new ExportDetached(former.export(), connection, "The connection was removed."));
            connectionGone.fire(new ExportConnectionGone(former.id()));
            formers.forget(former.id());
        }
        formers.forgetAccount(connection);
    }

    /**
     * A connection is gone: its exports are detached or removed, as an administrator chose there; whoever was erased and is still
     * to be taken out of another account keeps an export from being removed. May be repeated.
     */
    @Transactional
    public void connectionRemoved(UUID connection, ConnectionRemoved removed) {
        connectionGone(connection);
        for (ExportEntity row : exports.ofConnection(connection)) {
            Export before = row.toExport();
            connectionGone.fire(new ExportConnectionGone(row.id));
            if (removed.removes(row.id) && !exports.hasErasuresElsewhere(row.id)) {
                removals.remove(removed.by(), row);
            } else {
                detach(row, "The connection was removed.");
                row.updatedBy(removed.by(), clock.instant());
                journal.detached(removed.by(), before, row.toExport());
            }
        }
        exports.flush();
        formers.forgetAccount(connection);
    }

    private void detach(ExportEntity row, String reason) {
        if (row.connectionId != null) {
            UUID connection = row.connectionId;
            row.connectionId = null;
            row.reschedule(clock.instant());
            detached.fire(new ExportDetached(row.id, connection, reason));
        }
    }
}
