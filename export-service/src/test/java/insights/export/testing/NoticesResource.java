package insights.export.testing;

import insights.common.testing.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Points the service at {@link NoticeReceiver}, which the tests start by themselves at the port chosen here. */
public class NoticesResource implements QuarkusTestResourceLifecycleManager {

    public static final String SECRET = "whsec_c2l4dGVlbi1yYW5kb20tYnl0ZXMtb3ItbW9yZQ==";

    static final String PORT = "insights.test.notices.port";

    @Override
    public Map<String, String> start() {
        String port = Integer.toString(FreePort.next());
        System.setProperty(PORT, port);
        return Map.of(
                "insights.notices.url", "http://localhost:" + port + "/notices",
                "insights.notices.secret", SECRET,
                "insights.notices.source", "urn:insights:test",
                "insights.notices.poll", "100ms",
                "insights.notices.retry-delays", "100ms,100ms,100ms,1h");
    }

    @Override
    public void stop() {
        System.clearProperty(PORT);
    }
}
