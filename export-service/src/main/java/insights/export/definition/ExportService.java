package insights.export.definition;

import insights.common.id.Ids;
import insights.common.page.ListOrder;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.common.security.Person;
import insights.export.connection.Connection;
import insights.export.destination.DestinationType;
import insights.export.schedule.Schedule;
import insights.export.schedule.ScheduleCheck;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Exports, made and looked at. */
@ApplicationScoped
public class ExportService {

    private final ExportRepository exports;
    private final ExportNames names;
    private final ExportCheck check;
    private final ExportAccess access;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;
    private final ExportJournal journal;

    ExportService(
            ExportRepository exports,
            ExportNames names,
            ExportCheck check,
            ExportAccess access,
            Caller caller,
            Clock clock,
            Ids ids,
            ExportJournal journal) {
        this.exports = exports;
        this.names = names;
        this.check = check;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
        this.journal = journal;
    }

    /** Writes an export down, after everything it names was looked up. It does not run it (F5). */
    public Export create(ExportRequest request) {
        Schedule schedule = ScheduleCheck.checked(request.schedule());
        Connection connection = access.requireConnection(request.connectionId());
        DestinationType destination = check.destination(
                Optional.of(connection), request.dataMatching(), request.optOutField(), request.audienceMode());
        check.audience(request.connectionId(), null, request.segmentIds());
        names.requireFree(request.displayName(), null);
        // Only now a transaction: it is not held while other services are asked.
        return ExportNames.translated(() -> QuarkusTransaction.requiringNew().call(() -> {
            ExportEntity export = new ExportEntity();
            export.id = ids.next();
            export.displayName = request.displayName();
            export.connectionId = request.connectionId();
            export.ledgerConnectionId = request.connectionId();
            export.send(request.segmentIds());
            export.match(request.dataMatching());
            export.optOutField = request.optOutField();
            export.audienceMode =
                    request.audienceMode() == null ? destination.audienceModes().getFirst() : request.audienceMode();
            export.notifyHooks = request.hooksAreNotified();
            export.clearEmptied = request.emptiedAreCleared();
            export.schedule = schedule;
            export.createdBy(Person.of(caller), clock.instant());
            export.reschedule(clock.instant());
            exports.add(export);
            journal.created(export.toExport());
            return export.toExport();
        }));
    }

    /** Whether there is still such an export. */
    @Transactional
    public boolean isThere(UUID id) {
        return exports.find(id).isPresent();
    }

    /** The export; 404 when there is none. */
    @Transactional
    public Export get(UUID id) {
        return exports.find(id).map(ExportEntity::toExport).orElseThrow(() -> Problem.notFound("export", id));
    }

    /** At most one more than the limit. */
    @Transactional
    public List<Export> list(ExportFilter filter, ListOrder order, String after, int limit) {
        return exports.list(filter, order, after, limit + 1).stream()
                .map(ExportEntity::toExport)
                .toList();
    }

    /** Those that run by themselves, in order of creation. */
    @Transactional
    public List<Export> active() {
        return exports.active().stream().map(ExportEntity::toExport).toList();
    }

    /** All exports that use a connection. */
    @Transactional
    public List<Export> ofConnection(UUID connection) {
        return exports.ofConnection(connection).stream()
                .map(ExportEntity::toExport)
                .toList();
    }

    /** All exports that send a segment. */
    @Transactional
    public List<Export> ofSegment(UUID segment) {
        return exports.ofSegment(segment).stream().map(ExportEntity::toExport).toList();
    }
}
