package insights.destination.autopilot;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;

/**
 * In production, lets the service start only with endpoints to which keys travel encrypted; a sandbox on the same machine
 * is the exception.
 */
@ApplicationScoped
class EndpointCheck {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final AutopilotConfig config;

    EndpointCheck(AutopilotConfig config) {
        this.config = config;
    }

    void check(@Observes StartupEvent event) {
        if (LaunchMode.current() == LaunchMode.NORMAL && !config.allowHttp()) {
            config.allowedEndpoints().forEach(EndpointCheck::requireEncryption);
        }
    }

    private static void requireEncryption(URI endpoint) {
        boolean encrypted = "https".equalsIgnoreCase(endpoint.getScheme());
        boolean near = endpoint.getHost() != null && THIS_MACHINE.contains(endpoint.getHost());
        if (!encrypted && !near) {
            throw new IllegalStateException(
                    "insights.autopilot.allowed-endpoints has %s: it must begin with https, or API keys would travel in clear."
                            .formatted(endpoint));
        }
    }
}
