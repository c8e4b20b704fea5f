package insights.destination.type;

import insights.common.start.Nearness;
import insights.common.start.Settings;
import insights.common.start.StartCheck;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * In production, lets the service start only with endpoints to which keys travel encrypted; a sandbox on the same machine
 * is the exception.
 */
@ApplicationScoped
class EndpointCheck implements StartCheck {

    private final List<DestinationType> types;
    private final Settings settings;

    EndpointCheck(@All List<DestinationType> types, Settings settings) {
        this.types = types;
        this.settings = settings;
    }

    @Override
    public List<String> faults() {
        return settings.isProduction()
                ? types.stream()
                        .filter(type -> !type.allowsHttp())
                        .flatMap(EndpointCheck::unsafe)
                        .toList()
                : List.of();
    }

    private static Stream<String> unsafe(DestinationType type) {
        return type.regions().stream()
                .map(Region::endpoint)
                .filter(endpoint -> !Nearness.isSafe(endpoint))
                .map(endpoint -> "%s has %s: it must begin with https, or API keys would travel in clear."
                        .formatted(type.regionsSetting(), endpoint));
    }
}
