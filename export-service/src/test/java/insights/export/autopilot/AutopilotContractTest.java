package insights.export.autopilot;

import insights.export.destination.DestinationContract;
import insights.export.destination.StandIn;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AutopilotContractTest extends DestinationContract {

    @Override
    protected StandIn standIn() {
        return new AutopilotStandIn();
    }
}
