package insights.export.delivery;

import insights.export.audience.RunLists;
import insights.export.audience.SegmentFlags;
import insights.export.audience.SegmentLists;
import insights.export.comparison.WorkRepository;
import insights.export.connection.ApiKey;
import insights.export.connection.Connection;
import insights.export.definition.Export;
import insights.export.destination.Destination;
import insights.export.destination.DestinationType;
import insights.export.destination.Destinations;
import insights.export.run.RunControl;
import insights.export.sending.InFlight;
import insights.export.sending.SendingGate;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens the account that a run is about, with everything that its work shares. */
@ApplicationScoped
class Assignments {

    private final Destinations destinations;
    private final SegmentLists lists;
    private final SegmentFlags flags;
    private final RidingAccounts accounts;
    private final RidingRepository rides;
    private final WorkRepository work;
    private final ListReading reading;
    private final DeliveryConfig config;

    Assignments(
            Destinations destinations,
            SegmentLists lists,
            SegmentFlags flags,
            RidingAccounts accounts,
            RidingRepository rides,
            WorkRepository work,
            ListReading reading,
            DeliveryConfig config) {
        this.destinations = destinations;
        this.lists = lists;
        this.flags = flags;
        this.accounts = accounts;
        this.rides = rides;
        this.work = work;
        this.reading = reading;
        this.config = config;
    }

    Assignment open(Export export, Connection connection, ApiKey key, RunControl run) {
        DestinationType type = destinations.of(connection.type());
        SendingGate gate = new SendingGate(run);
        Destination destination = type.open(connection, key, gate);
        run.flows(destination.flow());
        return new Assignment(
                export,
                type,
                destination,
                run,
                gate,
                new InFlight(run, gate, destination.flow()::atOnce),
                new RunLists(lists, destination, export, run),
                flags.of(export, type, destination::foreignFlags),
                new Riding(accounts, rides, work, reading, config.riders()));
    }
}
