package insights.export.line;

import static org.assertj.core.api.Assertions.assertThat;

import insights.export.destination.DestinationException;
import insights.export.destination.Gate;
import insights.export.progress.WaitReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is told of the time in which no request is made. */
@QuarkusTest
class RequestsTest {

    private static final Duration WITHIN = Duration.ofSeconds(10);

    @Inject
    LineConfig config;

    @Inject
    MeterRegistry meters;

    @Inject
    Tracer tracer;

    private final UUID connection = UUID.randomUUID();
    private final Time time = new Time();
    private final Set<WaitReason> waits = EnumSet.noneOf(WaitReason.class);

    @Test
    void cautionAfterRefusedRequestsIsNotSaidToBeAskedForByTheDestination() {
        Requests requests = requests(1, new BadRequests(1, WITHIN));
        send(requests, new Reply.Refused(400));
        send(requests, new Reply.Refused(400));
        assertThat(waits).containsExactlyInAnyOrder(WaitReason.DESTINATION, WaitReason.REFUSED_REQUESTS);
        assertThat(waited("refused")).isBetween(8.0, 10.5);
        assertThat(waited("throttled")).isZero();
    }

    @Test
    void nobodyIsSaidToHaveAskedForAPaceThatIsSlow() {
        Requests requests = requests(0.1, BadRequests.allowed());
        send(requests, new Reply.Accepted(null));
        send(requests, new Reply.Accepted(null));
        assertThat(waits).containsExactly(WaitReason.DESTINATION);
        assertThat(waited("pace")).isBetween(9.0, 11.0);
        assertThat(waited("throttled")).isZero();
    }

    /** A destination that says for 75 seconds that it wants fewer requests, and not for how long (Y09). */
    @Test
    void waitsForAsLongAsADestinationUsuallyAsksForFewerRequests() {
        long begin = time.nanos();
        Requests requests = requests(10, BadRequests.allowed());
        Requests.Sent sent = requests.send(new Asking(), () -> {
            if (time.nanos() - begin < Duration.ofSeconds(75).toNanos()) {
                throw new DestinationException.Throttled(null, false);
            }
            return new Reply.Accepted(null);
        });
        assertThat(sent.reply()).isInstanceOf(Reply.Accepted.class);
        assertThat(sent.repeated()).as("none was without an answer").isFalse();
        assertThat(waits).contains(WaitReason.THROTTLED);
        assertThat(waited("throttled")).isBetween(75.0, 200.0);
    }

    private Requests requests(double rate, BadRequests bad) {
        RequestWatch watch = new RequestWatch(connection, meters, tracer);
        return new Requests(new Line("Destination", rate, config), bad, time, new Listening(), config, watch);
    }

    private static void send(Requests requests, Reply reply) {
        requests.send(new Asking(), () -> reply);
    }

    private double waited(String reason) {
        Counter counter = meters.find("insights.destination.waited")
                .tags("connection", connection.toString(), "reason", reason)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private record Asking() implements Operation {

        @Override
        public String label() {
            return "ask";
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }
    }

    private final class Listening implements Gate {

        @Override
        public void check() {
            // It may go on.
        }

        @Override
        public void requested() {
            // Nobody counts.
        }

        @Override
        public void waits(WaitReason reason) {
            waits.add(reason);
        }
    }

    /** Goes on by what is slept. */
    private static final class Time implements Ticker {

        private long now = 1_000;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void sleep(Duration time) {
            now += time.toNanos();
        }
    }
}
