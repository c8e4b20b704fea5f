package insights.platform.gateway;

import insights.platform.port.Port;
import insights.platform.port.Ports;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where the gateway listens and where the services are.
 *
 * @param gateway where it listens
 * @param services where the API of each is
 * @param pulses where each is asked whether it lives
 */
record Upstreams(Address gateway, Map<Port, Address> services, Map<Port, Address> pulses) {

    /** A host and a port. */
    record Address(String host, int port) {

        private static Address of(String text) {
            int colon = text.lastIndexOf(':');
            return new Address(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        }
    }

    private static final String THIS_MACHINE = "127.0.0.1";

    private static final Map<Port, Port> MANAGEMENT = Map.of(
            Port.DESTINATION_SERVICE, Port.DESTINATION_MANAGEMENT,
            Port.SEGMENT_SERVICE, Port.SEGMENT_MANAGEMENT,
            Port.EXPORT_SERVICE, Port.EXPORT_MANAGEMENT,
            Port.CONSOLE, Port.CONSOLE_MANAGEMENT);

    /** Everything on this machine, and nobody else gets in. */
    static Upstreams onThisMachine(Ports ports) {
        Map<Port, Address> services = new EnumMap<>(Port.class);
        Map<Port, Address> pulses = new EnumMap<>(Port.class);
        MANAGEMENT.forEach((service, management) -> {
            services.put(service, new Address(THIS_MACHINE, ports.of(service)));
            pulses.put(service, new Address(THIS_MACHINE, ports.of(management)));
        });
        return new Upstreams(new Address(THIS_MACHINE, ports.of(Port.GATEWAY)), services, pulses);
    }

    /**
     * As told by the environment: {@code DESTINATION_SERVICE=destination-service:8081} and so on, and {@code GATEWAY=0.0.0.0:8080}.
     * No way leads to the management ports there, so a service shows at its API that it lives.
     */
    static Upstreams of(Map<String, String> environment) {
        Map<Port, Address> services = new EnumMap<>(Port.class);
        for (Port service : MANAGEMENT.keySet()) {
            String host = service.name().toLowerCase(Locale.ROOT).replace('_', '-');
            services.put(
                    service, Address.of(environment.getOrDefault(service.name(), host + ":" + service.standard())));
        }
        String gateway = environment.getOrDefault("GATEWAY", "0.0.0.0:" + Port.GATEWAY.standard());
        return new Upstreams(Address.of(gateway), services, services);
    }
}
