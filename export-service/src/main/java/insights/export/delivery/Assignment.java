package insights.export.delivery;

import insights.export.audience.AudienceFlags;
import insights.export.audience.RunLists;
import insights.export.definition.Export;
import insights.export.destination.Destination;
import insights.export.destination.DestinationType;
import insights.export.run.RunControl;
import insights.export.sending.InFlight;
import insights.export.sending.SendingGate;
import java.util.UUID;

/** What a delivery works on: an export, the account it goes to, the run that does it, and its audience there. */
record Assignment(
        Export export,
        DestinationType type,
        Destination destination,
        RunControl run,
        SendingGate gate,
        InFlight inFlight,
        RunLists lists,
        AudienceFlags flags,
        Riding riding) {

    UUID exportId() {
        return export.id();
    }

    UUID runId() {
        return run.id();
    }

    boolean byList() {
        return !export.audienceMode().isFlag();
    }
}
