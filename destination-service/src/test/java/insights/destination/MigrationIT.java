package insights.destination;

import insights.common.testing.MigrationTrouble;
import insights.common.testing.TwoRoleDatabase;
import java.util.Map;

class MigrationIT extends MigrationTrouble {

    @Override
    protected TwoRoleDatabase database() {
        return new DestinationDatabase();
    }

    @Override
    protected Map<String, String> secrets() {
        return Map.of("insights.keys.master-keys.1", "dGhlIG1hc3RlciBrZXkgb2YgdGhlIHRlc3RzLCAzMmI=");
    }
}
