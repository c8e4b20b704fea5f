package insights.destination.autopilot;

import insights.common.start.Nearness;
import insights.common.start.Settings;
import insights.common.start.StartCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * In production, lets the service start only with endpoints to which keys travel encrypted; a sandbox on the same machine
 * is the exception.
 */
@ApplicationScoped
class EndpointCheck implements StartCheck {

    private final AutopilotConfig config;
    private final Settings settings;

    EndpointCheck(AutopilotConfig config, Settings settings) {
        this.config = config;
        this.settings = settings;
    }

    @Override
    public List<String> faults() {
        return settings.isProduction() && !config.allowHttp()
                ? config.allowedEndpoints().stream()
                        .filter(endpoint -> !Nearness.isSafe(endpoint))
                        .map(
                                "insights.autopilot.allowed-endpoints has %s: it must begin with https, or API keys would travel in clear."
                                        ::formatted)
                        .toList()
                : List.of();
    }
}
