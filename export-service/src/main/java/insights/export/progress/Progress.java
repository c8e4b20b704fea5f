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
 */
public record Progress(long done, long total, Double ratePerSecond, Long requestsLeft, Instant estimatedEnd) {}
