package insights.console.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutageTest {

    private static final Logger LOG = Logger.getLogger(Outage.class.getName());

    private final List<String> said = new ArrayList<>();
    private final Outage outage = new Outage("export-service");
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
        LOG.addHandler(handler);
    }

    @AfterEach
    void leave() {
        LOG.removeHandler(handler);
    }

    @Test
    void saysItOnceAndThenHowOften() {
        outage.answered();
        assertThat(said).isEmpty();
        outage.missed(new IOException("Connection refused"));
        outage.missed(new IOException());
        outage.answered();
        outage.answered();
        assertThat(said)
                .containsExactly(
                        "export-service does not answer (Connection refused); how often is said when it does again",
                        "export-service answers again, after it was missed 2 times");
    }
}
