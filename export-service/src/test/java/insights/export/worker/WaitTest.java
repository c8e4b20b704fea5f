package insights.export.worker;

import static org.assertj.core.api.Assertions.assertThat;

import insights.export.line.Ticker;
import insights.export.progress.WaitReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is told of what a run waits for. */
class WaitTest {

    private long nanos;

    private final Wait wait = new Wait(new Ticker() {
        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void sleep(Duration time) {
            nanos += time.toNanos();
        }
    });

    @Test
    void tellsNothingOfShortWaits() {
        assertThat(wait.told().reason()).isNull();
        wait.begin(WaitReason.DESTINATION);
        pass(1);
        assertThat(wait.told().reason()).isNull();
        pass(1);
        assertThat(wait.told()).isEqualTo(new Wait.Told(WaitReason.DESTINATION, Duration.ofSeconds(2)));
        wait.end();
        assertThat(wait.told().reason()).isNull();
    }

    @Test
    void countsAttemptsAsOneWait() {
        wait.begin(WaitReason.DESTINATION);
        pass(10);
        wait.begin(WaitReason.DESTINATION);
        pass(5);
        assertThat(wait.told().time()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void goesBackToWhatItWaitedForWhenAQuestionInBetweenIsAnswered() {
        wait.begin(WaitReason.THROTTLED);
        pass(3);
        Wait.Begun before = wait.begin(WaitReason.DESTINATION_SERVICE);
        pass(4);
        assertThat(wait.told().reason()).isEqualTo(WaitReason.DESTINATION_SERVICE);
        wait.backTo(before);
        assertThat(wait.told()).isEqualTo(new Wait.Told(WaitReason.THROTTLED, Duration.ofSeconds(7)));
    }

    @Test
    void doesNotWaitWhileOthersGetWhatTheyWaitFor() throws InterruptedException {
        wait.begin(WaitReason.DESTINATION);
        pass(3);
        Thread other = Thread.startVirtualThread(() -> {
            wait.begin(WaitReason.DESTINATION);
            wait.end();
        });
        other.join();
        pass(1);
        assertThat(wait.told().reason())
                .as("somebody was answered a second ago")
                .isNull();
        pass(1);
        assertThat(wait.told()).isEqualTo(new Wait.Told(WaitReason.DESTINATION, Duration.ofSeconds(2)));
    }

    private void pass(int seconds) {
        nanos += Duration.ofSeconds(seconds).toNanos();
    }
}
