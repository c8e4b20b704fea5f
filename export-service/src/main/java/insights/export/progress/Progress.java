package insights.export.progress;

import java.time.Instant;

/**
 * How far a run is. What is not known (yet) is left out.
 *
 * @param done steps of the current phase that are done
 * @param total steps of the current phase
 * @param ratePerSecond steps a second, over about the last minute
 * @param requestsLeft requests to the destination that the rest of the whole run needs
 * @param estimatedEnd when the whole run ends if it goes on like in the last minute
 * @param slowed why it is slower than its connection allows; left out when it is not
 */
public record Progress(
        long done, long total, Double ratePerSecond, Long requestsLeft, Instant estimatedEnd, Slowed slowed) {

    /** The same of a run that makes so many requests a second because of throttling; null when it is not slowed. */
    public Progress slowedTo(Double requestsPerSecond) {
        return new Progress(
                done,
                total,
                ratePerSecond,
                requestsLeft,
                estimatedEnd,
                requestsPerSecond == null ? null : Slowed.to(requestsPerSecond));
    }
}
