package insights.export.ortto;

import insights.export.destination.DestinationContract;
import insights.export.destination.StandIn;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class OrttoContractTest extends DestinationContract {

    @Override
    protected StandIn standIn() {
        return new OrttoStandIn();
    }
}
