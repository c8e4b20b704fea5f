package insights.platform.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void saysWhoWantsATakenPortAndHowToChooseAnother(String address) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            Ports ports = Ports.freeExcept(Map.of(Port.GATEWAY, other.getLocalPort()));

            assertThat(ports.conflicts())
                    .containsExactly(
                            "Port %d is taken, but the gateway wants it: stop what uses it, or choose another one "
                                            .formatted(other.getLocalPort())
                                    + "with ARGS=--gateway-port=N.");
        }
    }

    @Test
    void saysWhenTwoWantTheSamePort() {
        int free = Ports.freeExcept(Map.of()).of(Port.GATEWAY);
        Ports ports = Ports.freeExcept(Map.of(Port.GATEWAY, free, Port.KEYCLOAK, free));

        assertThat(ports.conflicts())
                .containsExactly(
                        "Port %d is wanted by the gateway and by Keycloak: choose another one with ".formatted(free)
                                + "ARGS=--keycloak-port=N.");
    }

    @Test
    void freePortsAreFreeAndAllDifferent() {
        Ports ports = Ports.freeExcept(Map.of());

        assertThat(ports.conflicts()).isEmpty();
        assertThat(Arrays.stream(Port.values()).map(ports::of)).doesNotHaveDuplicates();
    }

    @Test
    void whatIsChosenIsNotChosenAgainBeforeItIsListenedOn() {
        Set<Integer> numbers = new HashSet<>();
        try (FreePorts one = new FreePorts(new Random(1), 21_000, 21_400);
                FreePorts other = new FreePorts(new Random(1), 21_000, 21_400)) {
            for (int i = 0; i < 20; i++) {
                assertThat(numbers.add(one.next())).isTrue();
                assertThat(numbers.add(other.next())).isTrue();
            }
        }
    }

    @Test
    void whatIsChosenCanBeListenedOn() throws IOException {
        try (Ports ports = Ports.freeExcept(Map.of());
                ServerSocket ours = new ServerSocket(ports.of(Port.GATEWAY), 1, InetAddress.getLoopbackAddress())) {
            assertThat(ours.isBound()).isTrue();
        }
    }

    @Test
    void aChosenPortTakesThePlaceOfTheStandardOne() {
        Ports ports = Ports.standardExcept(Map.of(Port.KEYCLOAK, 9180));

        assertThat(ports.of(Port.KEYCLOAK)).isEqualTo(9180);
        assertThat(ports.of(Port.GATEWAY)).isEqualTo(8080);
    }
}
