package insights.sandbox.ortto.ban;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BansTest {

    private static final Duration WINDOW = Duration.ofSeconds(15);

    private long now = -5;
    private final Bans bans = new Bans(() -> now);

    @Test
    void bansAtTheFifteenthWithinTheWindow() {
        bad(14);
        assertThat(bans.isBanned(WINDOW)).isFalse();
        bad(1);
        assertThat(bans.isBanned(WINDOW)).isTrue();
    }

    @Test
    void forgetsWhatIsOlderThanTheWindow() {
        bad(14);
        now += WINDOW.toNanos();
        bad(14);
        assertThat(bans.isBanned(WINDOW)).isFalse();
    }

    @Test
    void endsWhenItsTimeIsOverAndBeginsAnew() {
        bad(15);
        now += WINDOW.toNanos() - 1;
        assertThat(bans.isBanned(WINDOW)).isTrue();
        now += 1;
        assertThat(bans.isBanned(WINDOW)).isFalse();
        bad(14);
        assertThat(bans.isBanned(WINDOW)).isFalse();
    }

    @Test
    void bansNobodyWhereThereAreNone() {
        for (int i = 0; i < 100; i++) {
            bans.count(0, WINDOW);
        }
        assertThat(bans.isBanned(WINDOW)).isFalse();
    }

    private void bad(int times) {
        for (int i = 0; i < times; i++) {
            bans.count(15, WINDOW);
        }
    }
}
