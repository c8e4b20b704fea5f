package insights.common.testing;

import static org.awaitility.pollinterval.IterativePollInterval.iterative;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for conditions, longer than Awaitility does by itself: a machine may be slow, and other tests leave work behind. */
public final class Patience {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Duration SOONEST = Duration.ofMillis(10);
    private static final Duration SELDOMEST = Duration.ofMillis(100);

    private Patience() {}

    /** Waits up to a minute, unless told otherwise, and looks the less often the longer it takes. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(LONGEST).pollDelay(SOONEST).pollInterval(iterative(Patience::next, SOONEST));
    }

    private static Duration next(Duration last) {
        Duration twice = last.multipliedBy(2);
        return twice.compareTo(SELDOMEST) < 0 ? twice : SELDOMEST;
    }
}
