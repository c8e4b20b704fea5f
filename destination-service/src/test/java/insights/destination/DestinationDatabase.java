package insights.destination;

import insights.common.testing.TwoRoleDatabase;
import java.util.HashMap;
import java.util.Map;

/** The database of this service, with master keys for what is in it. */
public class DestinationDatabase extends TwoRoleDatabase {

    public DestinationDatabase() {
        super("destination");
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(super.start());
        config.put("insights.keys.master-keys.1", "dGhlIG1hc3RlciBrZXkgb2YgdGhlIHRlc3RzLCAzMmI=");
        config.put("insights.keys.master-keys.2", "YW5vdGhlciBtYXN0ZXIga2V5IG9mIHRoZSB0ZXN0czI=");
        config.put("insights.keys.current", "2");
        return config;
    }
}
