package insights.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovementTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Path log;
    private long now;
    private long computed;
    private Movement movement;

    @BeforeEach
    void begin() throws IOException {
        log = Files.writeString(folder.resolve("thing.log"), "begun\n");
        movement = new Movement(log, () -> computed, () -> now, PATIENCE);
    }

    @Test
    void standsWhenNothingIsWrittenAndNothingComputed() {
        assertThat(standsAfter(59)).isFalse();
        assertThat(standsAfter(1)).isTrue();
    }

    @Test
    void movesAsLongAsItWrites() throws IOException {
        for (int minute = 0; minute < 30; minute++) {
            Files.writeString(log, "still busy\n", StandardOpenOption.APPEND);
            assertThat(standsAfter(59)).isFalse();
        }
        assertThat(standsAfter(60)).isTrue();
    }

    @Test
    void movesAsLongAsItComputesHoweverLittleItGets() {
        for (int minute = 0; minute < 30; minute++) {
            computed += Duration.ofSeconds(2).toNanos();
            assertThat(standsAfter(60)).isFalse();
        }
    }

    @Test
    void whatAProcessComputesThatOnlyWaitsIsNoMovement() {
        computed += Duration.ofMillis(300).toNanos();
        assertThat(standsAfter(60)).isTrue();
    }

    private boolean standsAfter(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
        return movement.stands();
    }
}
