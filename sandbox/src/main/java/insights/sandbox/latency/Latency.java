package insights.sandbox.latency;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How late an account answers, whatever is asked of it and whatever the answer is. Answer times of real services are never
 * negative, mostly near the median, and now and then many times as long: they are drawn from a log-normal distribution.
 *
 * @param millis the median, in milliseconds; 0: at once
 * @param deviation the standard deviation of the logarithm; 0: each answer is as late as the others. With 0.5 one in twenty
 *     takes 2.3 times the median or more, with 1 five times
 * @param seed of the dice: the same requests in the same order are as late as they were
 */
@RegisterForReflection
public record Latency(long millis, double deviation, long seed) {

    public static final Latency NONE = new Latency(0, 0, 0);

    private static final long LONGEST = 600_000;
    private static final int WIDEST = 3;

    public Latency {
        if (millis < 0 || millis > LONGEST || !(deviation >= 0 && deviation <= WIDEST)) {
            throw new IllegalArgumentException(
                    "latency has millis of 0 to " + LONGEST + " and a deviation of 0 to " + WIDEST + ".");
        }
    }
}
