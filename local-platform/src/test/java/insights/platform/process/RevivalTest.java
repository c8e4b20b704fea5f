package insights.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import insights.platform.console.Steps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevivalTest {

    @TempDir
    Path parent;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final Steps steps = new Steps(new PrintStream(output, true, StandardCharsets.UTF_8));
    private final List<Long> pauses = new ArrayList<>();
    private boolean stopping;
    private boolean stopsInAPause;
    private int starts;
    private long now;
    private Revival revival;

    @BeforeEach
    void create() throws IOException {
        RunFolder folder = new RunFolder(parent);
        folder.create();
        Files.writeString(folder.log("thing"), "ERROR: out of paper\n");
        revival = new Revival(steps, folder, () -> stopping, () -> now, this::pass);
    }

    @Test
    void tellsOfADeathAndStartsAgain() {
        die();

        assertThat(starts).isEqualTo(1);
        assertThat(said())
                .contains("thing ended with status 137: it is started again")
                .contains("up again");
    }

    @Test
    void startsMoreSeldomWhatDiesAgainAndAgainAndSaysWhy() {
        for (int i = 0; i < 9; i++) {
            die();
        }

        assertThat(starts).isEqualTo(9);
        assertThat(pauses).containsExactly(10L, 20L, 40L, 60L, 60L, 60L);
        assertThat(said()).contains("for the 4th time in short: it is started again in 10 seconds. out of paper.");
    }

    @Test
    void startsNothingWhenThePlatformWasStoppedInAPause() {
        stopsInAPause = true;
        for (int i = 0; i < 4; i++) {
            die();
        }

        assertThat(starts).isEqualTo(3);
    }

    @Test
    void forgivesWhatDiesNowAndThen() {
        for (int i = 0; i < 10; i++) {
            die();
            now += Duration.ofMinutes(3).toNanos();
        }

        assertThat(starts).isEqualTo(10);
    }

    @Test
    void startsNothingWhileThePlatformStops() {
        stopping = true;
        die();

        assertThat(starts).isZero();
        assertThat(said()).isEmpty();
    }

    /** Case P07b. */
    @Test
    void saysWhatPreventsItAndGoesOnUntilNothingDoes() {
        revival.revive("thing", "ended", () -> {
            if (starts++ < 20) {
                throw new PlatformFailure("thing has no more paper");
            }
        });

        assertThat(starts).isEqualTo(21);
        assertThat(said())
                .contains("thing has no more paper")
                .contains("thing did not come up for the 4th time in short: it is started again in 10 seconds")
                .contains("up again");
    }

    @Test
    void startsAgainWhatDiesWhileItComesUp() {
        revival.revive("thing", "ended", () -> {
            if (starts++ == 0) {
                throw new PlatformFailure("thing ended with status 137 before it was ready.");
            }
        });

        assertThat(starts).isEqualTo(2);
        assertThat(said())
                .contains("thing did not come up: it is started again")
                .contains("up again");
    }

    private void pass(Duration time) {
        pauses.add(time.toSeconds());
        now += time.toNanos();
        stopping = stopsInAPause;
    }

    private void die() {
        revival.revive("thing", "ended with status 137", () -> starts++);
    }

    private String said() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
