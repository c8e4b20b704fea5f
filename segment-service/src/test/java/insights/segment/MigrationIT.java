package insights.segment;

import insights.common.testing.MigrationContract;
import insights.common.testing.TwoRoleDatabase;
import java.util.Map;

class MigrationIT extends MigrationContract {

    @Override
    protected TwoRoleDatabase database() {
        return new SegmentDatabase();
    }

    @Override
    protected Map<String, String> secrets() {
        return Map.of("insights.erasure.key", "a-key-for-this-test-run-of-40-characters");
    }
}
