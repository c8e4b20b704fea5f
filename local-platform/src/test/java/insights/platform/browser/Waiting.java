package insights.platform.browser;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what no page shows. */
final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LOOKS = Duration.ofMillis(100);

    private Waiting() {}

    static void until(BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new AssertionError("It did not come about within " + PATIENCE.toSeconds() + " seconds");
            }
            LockSupport.parkNanos(LOOKS.toNanos());
        }
    }
}
