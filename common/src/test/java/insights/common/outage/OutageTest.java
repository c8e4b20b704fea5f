package insights.common.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten minutes without a neighbour are two lines. */
class OutageTest {

    private static final String LOG = OutageTest.class.getName();

    private final List<String> said = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final Outage outage = new Outage(Logger.getLogger(LOG), "segment-service", nanos::get);
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            said.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void listen() {
        java.util.logging.Logger.getLogger(LOG).addHandler(handler);
    }

    @AfterEach
    void leave() {
        java.util.logging.Logger.getLogger(LOG).removeHandler(handler);
    }

    @Test
    void saysItOnceAndThenHowOften() {
        outage.answered();
        assertThat(said).isEmpty();
        outage.missed("Connection refused");
        outage.missed("Connection refused");
        outage.missed("Connection reset");
        assertThat(outage.isAway()).isTrue();
        nanos.addAndGet(600_000_000_000L);
        outage.answered();
        outage.answered();
        assertThat(outage.isAway()).isFalse();
        assertThat(said).hasSize(2);
        assertThat(said.getFirst()).contains("segment-service does not answer (Connection refused)");
        assertThat(said.getLast())
                .contains("segment-service answers again, after 600 s in which it was missed 3 times");
    }

    @Test
    void saysWhatTheInnermostCauseSays() {
        outage.missed(new IllegalStateException("No", new RuntimeException("Connection refused")));
        outage.answered();
        outage.missed(new IllegalStateException(new NullPointerException()));
        assertThat(said.getFirst()).contains("(Connection refused)");
        assertThat(said.getLast()).contains("(NullPointerException)");
    }

    @Test
    void beginsAnewAfterwards() {
        outage.missed("Connection refused");
        outage.answered();
        outage.missed("Connection refused");
        outage.answered();
        assertThat(said).hasSize(4);
        assertThat(said.getLast()).contains("missed 1 times");
    }
}
