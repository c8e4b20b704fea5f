package insights.export;

import insights.common.testing.MigrationContract;
import insights.common.testing.TwoRoleDatabase;
import insights.export.testing.ExportDatabase;
import java.util.Map;

class MigrationIT extends MigrationContract {

    @Override
    protected TwoRoleDatabase database() {
        return new ExportDatabase();
    }

    @Override
    protected Map<String, String> secrets() {
        return Map.of("insights.ledger.key", "a-key-for-this-test-run-of-40-characters");
    }
}
