package insights.segment.imports.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpoolTest {

    /** Takes nothing: no space left on device. */
    private static final Path FULL = Path.of("/dev/full");

    private final Pace pace = new Pace(Clock.systemUTC(), new Generous());

    /** Case O08. */
    @Test
    void saysThatAFullDiskIsNoFaultOfTheFile() throws IOException {
        assumeThat(Files.exists(FULL)).isTrue();
        InputStream file = new ByteArrayInputStream(new byte[100_000]);
        assertThatThrownBy(() -> Spool.receive(
                        FileChannel.open(FULL, StandardOpenOption.WRITE),
                        file,
                        Long.MAX_VALUE,
                        pace,
                        (now, bytes) -> {}))
                .isInstanceOf(Spool.NoRoom.class)
                .hasMessageContaining("no room");
    }

    @Test
    void saysThatAFileWhichBreaksOffIsNoFaultOfTheDisk() {
        InputStream brokenOff = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Connection reset");
            }
        };
        assertThatThrownBy(() -> Spool.receive(brokenOff, Long.MAX_VALUE, pace, (now, bytes) -> {}))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(Spool.NoRoom.class);
    }

    @Test
    void keepsWhatWasSent() throws IOException {
        byte[] sent = new byte[100_000];
        try (Spool spool = Spool.receive(new ByteArrayInputStream(sent), Long.MAX_VALUE, pace, (now, bytes) -> {})) {
            assertThat(spool.open().readAllBytes()).isEqualTo(sent);
        }
    }

    /** As they are unless set otherwise. */
    private static final class Generous implements ImportLimits {

        @Override
        public long bytes() {
            return Long.MAX_VALUE;
        }

        @Override
        public long lines() {
            return Long.MAX_VALUE;
        }

        @Override
        public int ratio() {
            return 200;
        }

        @Override
        public long leastSpeed() {
            return 0;
        }

        @Override
        public Duration window() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration longest() {
            return Duration.ofHours(1);
        }
    }
}
