package insights.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import insights.platform.gateway.Upstreams.Address;
import insights.platform.port.Port;
import insights.platform.port.Ports;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpstreamsTest {

    @Test
    void inAClusterServicesHaveTheirNamesAndShowAtTheirApisThatTheyLive() {
        Upstreams upstreams = Upstreams.of(Map.of("EXPORT_SERVICE", "elsewhere.example.com:80"));

        assertThat(upstreams.gateway()).isEqualTo(new Address("0.0.0.0", 8080));
        assertThat(upstreams.services())
                .containsEntry(Port.SEGMENT_SERVICE, new Address("segment-service", 8082))
                .containsEntry(Port.EXPORT_SERVICE, new Address("elsewhere.example.com", 80));
        assertThat(upstreams.pulses()).isEqualTo(upstreams.services());
    }

    @Test
    void onThisMachineNobodyElseGetsIn() {
        Upstreams upstreams = Upstreams.onThisMachine(Ports.standardExcept(Map.of()));

        assertThat(upstreams.gateway()).isEqualTo(new Address("127.0.0.1", 8080));
        assertThat(upstreams.pulses()).containsEntry(Port.EXPORT_SERVICE, new Address("127.0.0.1", 9083));
    }
}
