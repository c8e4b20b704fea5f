package insights.export.testing;

import insights.common.testing.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Points the service at {@link Neighbours}, which the tests start by themselves at the port chosen here. */
public class NeighboursResource implements QuarkusTestResourceLifecycleManager {

    static final String PORT = "insights.test.neighbours.port";

    @Override
    public Map<String, String> start() {
        String port = Integer.toString(FreePort.next());
        System.setProperty(PORT, port);
        return Map.ofEntries(
                Map.entry("quarkus.rest-client.destination-service.url", "http://localhost:" + port + "/destination"),
                Map.entry("quarkus.rest-client.segment-service.url", "http://localhost:" + port + "/segment"),
                Map.entry("insights.ledger.key", "a-key-for-this-test-run-of-40-characters"),
                Map.entry("insights.exports.max-profiles", "2000"),
                // As patient as a test can afford.
                Map.entry("insights.runs.poll", "100ms"),
                Map.entry("insights.runs.watch", "100ms"),
                Map.entry("insights.runs.heartbeat", "1s"),
                Map.entry("insights.runs.measure", "1s"),
                Map.entry("insights.runs.renew", "200ms"),
                Map.entry("insights.runs.look-at-connection", "200ms"),
                Map.entry("insights.runs.retry-delays", "1s,1h"),
                Map.entry("insights.destinations.timeout", "2s"),
                Map.entry("insights.destinations.retries", "2"),
                Map.entry("insights.destinations.retry-delay", "30ms"),
                Map.entry("insights.destinations.breaker-delay", "100ms"),
                Map.entry("insights.destinations.throttle-delay", "100ms"));
    }

    @Override
    public void stop() {
        System.clearProperty(PORT);
    }
}
