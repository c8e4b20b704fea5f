package insights.destination;

import insights.common.testing.MigrationContract;
import insights.common.testing.TwoRoleDatabase;
import java.util.Map;

class MigrationIT extends MigrationContract {

    @Override
    protected TwoRoleDatabase database() {
        return new DestinationDatabase();
    }

    @Override
    protected Map<String, String> secrets() {
        return Map.of("insights.keys.master-keys.1", "dGhlIG1hc3RlciBrZXkgb2YgdGhlIHRlc3RzLCAzMmI=");
    }
}
