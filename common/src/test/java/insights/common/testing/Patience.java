package insights.common.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for conditions, longer than Awaitility does by itself: a machine may be slow, and other tests leave work behind. */
public final class Patience {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Patience() {}

    /** Waits up to a minute, unless told otherwise. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(LONGEST);
    }
}
