package insights.common.start;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** In production: the addresses of the other services are given. Each service names those that it calls, with an address for none. */
@ApplicationScoped
class NeighbourCheck implements StartCheck {

    private static final List<String> SERVICES = List.of("destination-service", "segment-service", "export-service");

    private final Settings settings;
    private final Config config;

    NeighbourCheck(Settings settings, Config config) {
        this.settings = settings;
        this.config = config;
    }

    @Override
    public List<String> faults() {
        return settings.isProduction() ? SERVICES.stream().flatMap(this::fault).toList() : List.of();
    }

    private Stream<String> fault(String service) {
        String name = "quarkus.rest-client.%s.url".formatted(service);
        boolean isCalled = config.getOptionalValue(name, String.class).isPresent();
        return isCalled && settings.address(name).isEmpty()
                ? Stream.of("%s is missing: give it the address of %s.".formatted(name, service))
                : Stream.empty();
    }
}
