package insights.destination.autopilot;

import static insights.destination.Api.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.destination.Neighbours;
import insights.destination.connection.AutopilotAnswers;
import insights.destination.key.Secret;
import insights.destination.type.CheckOutcome;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AutopilotClientTest {

    private static final int VOLUME = 20;

    @Inject
    AutopilotClient autopilot;

    @Inject
    AccountProof proof;

    @Inject
    CircuitBreakerMaintenance breakers;

    private final String key = newKey();
    private final URI endpoint = URI.create(Neighbours.endpoint("v1"));

    @BeforeEach
    @AfterEach
    void closeTheBreaker() {
        breakers.resetAll();
    }

    @Test
    void leavesAutopilotAloneOnceItFailsAgainAndAgain() {
        AutopilotAnswers.to(key, AutopilotAnswers.failing());
        assertThat(breakers.currentState(AutopilotClient.BREAKER)).isEqualTo(CircuitBreakerState.CLOSED);
        while (breakers.currentState(AutopilotClient.BREAKER) == CircuitBreakerState.CLOSED) {
            assertThat(proof.check(endpoint, new Secret(key)).outcome()).isEqualTo(CheckOutcome.UNREACHABLE);
        }
        AutopilotAnswers.verifyAsked(VOLUME, key);
        assertThatThrownBy(() -> autopilot.account(endpoint, new Secret(key)))
                .isInstanceOf(CircuitBreakerOpenException.class);
        assertThat(proof.check(endpoint, new Secret(key)).outcome()).isEqualTo(CheckOutcome.UNREACHABLE);
        AutopilotAnswers.verifyAsked(VOLUME, key);
    }

    @Test
    void takesRefusalsForAnswers() {
        AutopilotAnswers.to(key, AutopilotAnswers.refused());
        for (int i = 0; i < VOLUME; i++) {
            assertThat(proof.check(endpoint, new Secret(key)).outcome()).isEqualTo(CheckOutcome.API_KEY_REFUSED);
        }
        AutopilotAnswers.verifyAsked(VOLUME, key);
        assertThat(breakers.currentState(AutopilotClient.BREAKER)).isEqualTo(CircuitBreakerState.CLOSED);
    }
}
