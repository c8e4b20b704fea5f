package insights.export.delivery;

import insights.common.job.Job;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.connection.Connection;
import insights.export.definition.Export;
import insights.export.definition.ExportAccess;
import insights.export.definition.ExportService;
import insights.export.destination.DestinationType;
import insights.export.destination.Destinations;
import insights.export.matching.RejectionReason;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Computes what a run would do, by the code that a run uses. */
@ApplicationScoped
class PreviewService {

    private static final double SECONDS_A_MINUTE = 60;

    private static final Sql LEFT_BEHIND = Sql.of("""
            delete from desired d where uuid_extract_timestamp(d.run_id) < clock_timestamp() - interval '1 hour'
              and not exists (select from run r where r.id = d.run_id and r.status = 'PROCESSING')""");

    private static final Sql ADDRESSES_LEFT_BEHIND = Sql.of("""
            delete from opted_out_address o where uuid_extract_timestamp(o.run_id) < clock_timestamp() - interval '1 hour'
              and not exists (select from run r where r.id = o.run_id and r.status = 'PROCESSING')""");

    private final ExportService exports;
    private final ExportAccess access;
    private final Destinations destinations;
    private final Comparer comparer;
    private final Guards guards;
    private final ClearPhase clearing;
    private final ContactLimit contactLimit;
    private final WorkRepository work;
    private final TakeOffRepository takeOff;
    private final OptOuts optOuts;
    private final RidingRepository rides;
    private final DeliveryConfig config;
    private final Database database;

    PreviewService(
            ExportService exports,
            ExportAccess access,
            Destinations destinations,
            Comparer comparer,
            Guards guards,
            ClearPhase clearing,
            ContactLimit contactLimit,
            WorkRepository work,
            TakeOffRepository takeOff,
            OptOuts optOuts,
            RidingRepository rides,
            DeliveryConfig config,
            Database database) {
        this.exports = exports;
        this.access = access;
        this.destinations = destinations;
        this.comparer = comparer;
        this.guards = guards;
        this.clearing = clearing;
        this.contactLimit = contactLimit;
        this.work = work;
        this.takeOff = takeOff;
        this.optOuts = optOuts;
        this.rides = rides;
        this.config = config;
        this.database = database;
    }

    Preview preview(UUID id) {
        Export export = exports.get(id);
        Connection connection = access.requireUse(export);
        RunControl control = new PreviewControl(nextId(), database);
        try {
            DestinationType type = destinations.of(connection.type());
            Comparison comparison = comparer.compare(export, type.fields(), control);
            return preview(export, connection, type, control, comparison);
        } catch (StopRunException stop) {
            return Preview.stopped(new Preview.Stop(stop.reason(), stop.getMessage()));
        } finally {
            control.commit(Counts.steps(0), database -> DesiredRepository.clear(database, control.id()));
        }
    }

    /** Removes what a preview left behind whose process died. Ids of runs and previews tell when they were made. */
    @Job
    @Scheduled(
            identity = "clear-previews",
            every = "1h",
            delayed = "1h",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            executeWith = Scheduled.QUARTZ)
    void sweep() {
        database.transaction(connection -> {
            Database.update(connection, LEFT_BEHIND);
            return Database.update(connection, ADDRESSES_LEFT_BEHIND);
        });
    }

    private Preview preview(
            Export export, Connection connection, DestinationType type, RunControl control, Comparison comparison) {
        UUID id = control.id();
        boolean byList = !export.audienceMode().isFlag();
        Map<RejectionReason, Long> rejected = work.rejected(id);
        long leaves = takeOff.ownLeaves(id, export.id(), byList);
        long lists = byList ? work.listsToMake(id, export.id()) : 0;
        long requests = Math.ceilDiv(comparison.upserts(), type.maxContacts())
                + clearing.requests(export, type, id)
                + Math.ceilDiv(comparison.laterClears(), type.maxContacts())
                + joins(connection, type, comparison)
                + leaves
                + (lists > 0 ? lists + 1 : 0);
        return new Preview(
                comparison.profiles(),
                comparison.eligible(),
                rejected,
                comparison.creates(),
                comparison.updates(),
                comparison.eligible() - comparison.upserts(),
                comparison.removals().all(),
                comparison.joins(),
                leaves,
                requests,
                Math.ceil(requests / connection.rateLimitPerSecond() / SECONDS_A_MINUTE * 10) / 10,
                stop(export, connection, control, comparison));
    }

    /** By requests of their own, or by reading the list before and after those who ride along; or after the first, who try. */
    private long joins(Connection connection, DestinationType type, Comparison comparison) {
        RidingRepository.Taken taken =
                comparison.riders() < config.riders() ? RidingRepository.Taken.NO : rides.taken(connection.id());
        return switch (taken) {
            case NO -> comparison.joins();
            case UNKNOWN -> comparison.joins() + 2;
            case YES -> Plan.joins(comparison, type.maxContacts(), true) + 1;
        };
    }

    private Preview.Stop stop(Export export, Connection connection, RunControl control, Comparison comparison) {
        Optional<String> obstacle = connection.obstacle();
        if (obstacle.isPresent()) {
            return new Preview.Stop(StopReason.CONNECTION_NOT_READY, obstacle.get());
        }
        try {
            guards.size(export, control);
            if (guards.isMassRemoval(comparison, comparison.removals())) {
                optOuts.findAbsent(export, control);
                guards.removals(comparison, takeOff.count(control.id(), export.id()));
            }
            guards.growth(control.id(), export.id());
            guards.emptying(control.id(), export);
            guards.reachable(comparison);
            contactLimit.require(control.id(), export.id(), connection, comparison);
            return null;
        } catch (StopRunException stop) {
            return new Preview.Stop(stop.reason(), stop.getMessage());
        }
    }

    private UUID nextId() {
        return database.transaction(
                connection -> Database.first(connection, Sql.of("select uuidv7()"), row -> row.getObject(1, UUID.class))
                        .orElseThrow());
    }
}
