package insights.sandbox.latency;

import java.time.Duration;
import java.util.Random;

/** By how much the answers of an account are late, one after the other. */
public final class Delays {

    private final Latency latency;
    private final Random dice;

    public Delays(Latency latency) {
        this.latency = latency;
        this.dice = new Random(latency.seed());
    }

    /** That of the next answer. */
    public synchronized Duration next() {
        double factor = latency.deviation() == 0 ? 1 : Math.exp(latency.deviation() * dice.nextGaussian());
        return Duration.ofMillis(Math.round(latency.millis() * factor));
    }
}
