package insights.destination;

import insights.common.testing.DrainContract;
import insights.common.testing.TwoRoleDatabase;
import java.util.Map;

class DrainIT extends DrainContract {

    @Override
    protected TwoRoleDatabase database() {
        return new DestinationDatabase();
    }

    @Override
    protected Map<String, String> secrets() {
        return Map.of();
    }
}
