package insights.export.preview;

import insights.common.sql.Database;
import insights.export.audience.SegmentFlags;
import insights.export.comparison.AbsentOptOuts;
import insights.export.comparison.Comparer;
import insights.export.comparison.Comparison;
import insights.export.comparison.MoveRepository;
import insights.export.comparison.TakeOffRepository;
import insights.export.comparison.WorkRepository;
import insights.export.connection.Connection;
import insights.export.definition.Export;
import insights.export.definition.ExportAccess;
import insights.export.definition.ExportService;
import insights.export.delivery.ClearEstimate;
import insights.export.delivery.DeliveryConfig;
import insights.export.delivery.RidingAccounts;
import insights.export.destination.DestinationType;
import insights.export.destination.Destinations;
import insights.export.guard.Guards;
import insights.export.guard.RemovalRepository;
import insights.export.guard.Removals;
import insights.export.matching.FieldMatch;
import insights.export.matching.RejectionReason;
import insights.export.run.RunControl;
import insights.export.run.StopReason;
import insights.export.run.StopRunException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Computes what a run would do, by the code that a run uses. */
@ApplicationScoped
class PreviewService {

    private static final double SECONDS_A_MINUTE = 60;

    private final ExportService exports;
    private final ExportAccess access;
    private final Destinations destinations;
    private final Comparer comparer;
    private final Guards guards;
    private final ClearEstimate clearing;
    private final WorkRepository work;
    private final TakeOffRepository takeOff;
    private final MoveRepository moves;
    private final RemovalRepository removed;
    private final AbsentOptOuts absent;
    private final RidingAccounts rides;
    private final SegmentFlags flags;
    private final FieldLook fields;
    private final DeliveryConfig config;
    private final Database database;

    PreviewService(
            ExportService exports,
            ExportAccess access,
            Destinations destinations,
            Comparer comparer,
            Guards guards,
            ClearEstimate clearing,
            WorkRepository work,
            TakeOffRepository takeOff,
            MoveRepository moves,
            RemovalRepository removed,
            AbsentOptOuts absent,
            RidingAccounts rides,
            SegmentFlags flags,
            FieldLook fields,
            DeliveryConfig config,
            Database database) {
        this.exports = exports;
        this.access = access;
        this.destinations = destinations;
        this.comparer = comparer;
        this.guards = guards;
        this.clearing = clearing;
        this.work = work;
        this.takeOff = takeOff;
        this.moves = moves;
        this.removed = removed;
        this.absent = absent;
        this.rides = rides;
        this.flags = flags;
        this.fields = fields;
        this.config = config;
        this.database = database;
    }

    RunPreview preview(UUID id) {
        Export export = exports.get(id);
        Connection connection = access.requireUse(export);
        try (PreviewControl control = PreviewControl.begin(database)) {
            DestinationType type = destinations.of(connection.type());
            Comparison comparison = comparer.compare(export, type.fields(), control);
            return preview(export, connection, type, control, comparison);
        } catch (StopRunException stop) {
            return RunPreview.stopped(new RunPreview.Stop(stop.reason(), stop.getMessage()));
        }
    }

    private RunPreview preview(
            Export export, Connection connection, DestinationType type, RunControl control, Comparison comparison) {
        UUID id = control.id();
        boolean byList = !export.audienceMode().isFlag();
        Map<RejectionReason, Long> rejected = work.rejected(id);
        long leaves = takeOff.ownLeaves(id, export.id(), byList, type.fields().email());
        ClearEstimate.Asked cleared = clearing.asked(export, type, id);
        long lists = byList ? work.listsToMake(id, export.id()) : 0;
        long requests = preparations(export, type, comparison)
                + upserts(type, comparison)
                + cleared.requests()
                + Math.ceilDiv(comparison.laterClears(), type.maxContacts())
                + joins(connection, type, comparison)
                + leaves
                + (lists > 0 ? lists + 1 : 0);
        return new RunPreview(
                comparison.profiles(),
                comparison.eligible(),
                rejected,
                comparison.creates(),
                comparison.updates(),
                comparison.unchanged(),
                comparison.removals(),
                comparison.joins(),
                leaves + cleared.contacts() + (byList ? moves.countOwnOffFlags(id, export.id()) : 0),
                requests,
                Math.ceil(requests / connection.rateLimitPerSecond() / SECONDS_A_MINUTE * 10) / 10,
                stop(export, connection, type, control, comparison));
    }

    /** Nobody is asked for names that are not ours: whether that is wanted is all that counts. */
    private long preparations(Export export, DestinationType type, Comparison comparison) {
        AtomicBoolean named = new AtomicBoolean();
        flags.of(export, type, () -> {
            named.set(true);
            return Set.of();
        });
        List<String> targets = comparison.upserts() == 0
                ? List.of()
                : export.dataMatching().stream().map(FieldMatch::target).toList();
        return type.preparations(
                targets, target -> work.isFilled(export.id(), type.fields().remembered(target)), named.get());
    }

    /** One request finds people by their ids, or by their addresses. */
    private static long upserts(DestinationType type, Comparison comparison) {
        int size = type.maxContacts();
        return type.findsContactsById()
                ? Math.ceilDiv(comparison.creates(), size) + Math.ceilDiv(comparison.updates(), size)
                : Math.ceilDiv(comparison.upserts(), size);
    }

    /** By requests of their own, or by reading the list before and after those who ride along; or after the first, who try. */
    private long joins(Connection connection, DestinationType type, Comparison comparison) {
        RidingAccounts.Taken taken =
                comparison.riders() < config.riders() ? RidingAccounts.Taken.NO : rides.taken(connection.id());
        return switch (taken) {
            case NO -> comparison.joins();
            case UNKNOWN -> comparison.joins() + 2;
            case YES -> comparison.joinRequests(type.maxContacts(), true) + 1;
        };
    }

    private RunPreview.Stop stop(
            Export export, Connection connection, DestinationType type, RunControl control, Comparison comparison) {
        Optional<String> obstacle = connection.obstacle();
        if (obstacle.isPresent()) {
            return new RunPreview.Stop(StopReason.CONNECTION_NOT_READY, obstacle.get());
        }
        try {
            guards.size(export, control);
            guards.check(export, connection, control, comparison, removals(export, control, comparison));
        } catch (StopRunException stop) {
            return new RunPreview.Stop(stop.reason(), stop.getMessage());
        }
        return comparison.upserts() == 0
                ? null
                : fields.stop(export, type.fields()).orElse(null);
    }

    /** Who opted out and is in no segment is asked for only where that may make a difference. */
    private Removals removals(Export export, RunControl control, Comparison comparison) {
        Removals found = removed.count(control.id(), export.id());
        if (!guards.isMassRemoval(comparison, found)) {
            return found;
        }
        absent.find(export, control);
        return removed.count(control.id(), export.id());
    }
}
