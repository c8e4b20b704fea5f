package insights.export.connection;

import static org.assertj.core.api.Assertions.assertThat;

import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConnectionClientTest {

    private final Neighbours neighbours = Neighbours.get();

    @Inject
    ConnectionClient connections;

    @Test
    void isToldOnlyWhatItDoesNotKnow() {
        UUID id = neighbours.connection(new Sandbox(), 1);
        Connection first = connections.find(id).orElseThrow();
        assertThat(connections.find(id)).contains(first);
        assertThat(connections.find(id)).contains(first);
        assertThat(neighbours.looksThatTold(id)).isEqualTo(1);
        assertThat(neighbours.looksThatToldNothing(id)).isEqualTo(2);
    }

    @Test
    void seesEveryChangeAtOnce() {
        UUID id = neighbours.connection(new Sandbox(), 1);
        connections.find(id);
        neighbours.change(id, "consented", false);
        assertThat(connections.find(id).orElseThrow().obstacle()).isPresent();
        neighbours.change(id, "consented", true);
        assertThat(connections.find(id).orElseThrow().obstacle()).isEmpty();
        neighbours.removeConnection(id);
        assertThat(connections.find(id)).isEmpty();
        assertThat(connections.find(id)).isEmpty();
    }

    @Test
    void keepsConnectionsApart() {
        UUID one = neighbours.connection(new Sandbox(), 1);
        UUID other = neighbours.connection(new Sandbox(), 2);
        for (int i = 0; i < 2; i++) {
            assertThat(connections.find(one).orElseThrow().id()).isEqualTo(one);
            assertThat(connections.find(other).orElseThrow().id()).isEqualTo(other);
        }
    }

    @Test
    void reportsTheKeyThatItGotAndNotTheOneThatIsThereNow() {
        UUID id = neighbours.connection(new Sandbox(), 1);
        neighbours.replaceKey(id, "first");
        connections.apiKey(id);
        neighbours.replaceKey(id, "second");
        connections.reportRefusedKey(id);
        assertThat(neighbours.refusedKey(id)).isEqualTo("first");
        connections.apiKey(id);
        connections.reportRefusedKey(id);
        assertThat(neighbours.refusedKey(id)).isEqualTo("second");
    }

    @Test
    void reportsAKeyWithoutIdAsTheOneThatIsThere() {
        UUID id = neighbours.connection(new Sandbox(), 1);
        connections.apiKey(id);
        connections.reportRefusedKey(id);
        assertThat(neighbours.needsAttention(id)).isTrue();
        assertThat(neighbours.refusedKey(id)).isNull();
    }

    @Test
    void neverAnswersWhatIsOlderThanTheQuestion() throws Exception {
        UUID id = neighbours.connection(new Sandbox(), 0);
        AtomicInteger current = new AtomicInteger();
        List<Future<Boolean>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 1; i <= 400; i++) {
                if (i % 10 == 0) {
                    neighbours.change(id, "rateLimitPerSecond", i);
                    current.set(i);
                }
                answers.add(threads.submit(() -> {
                    int known = current.get();
                    return connections.find(id).orElseThrow().rateLimitPerSecond() >= known;
                }));
            }
            for (Future<Boolean> answer : answers) {
                assertThat(answer.get()).isTrue();
            }
        }
    }
}
