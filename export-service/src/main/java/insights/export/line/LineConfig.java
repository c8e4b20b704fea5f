package insights.export.line;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient this service is with destinations. */
@ConfigMapping(prefix = "insights.destinations")
public interface LineConfig {

    /** Longest time one request may take. */
    @WithDefault("30s")
    Duration timeout();

    /** Most requests of one run in flight: as many as its rate and the time of answers need, but no more than this. */
    @WithDefault("64")
    int mostInFlight();

    /** How often a request is repeated that brought no answer. */
    @WithDefault("4")
    int retries();

    /** Wait before the first repetition; each further one waits twice as long, give or take a third. */
    @WithDefault("500ms")
    Duration retryDelay();

    /** Longest wait between two repetitions. */
    @WithDefault("20s")
    Duration maxRetryDelay();

    /** Of so many requests in a row the circuit breaker looks whether they failed. */
    @WithDefault("8")
    int breakerRequests();

    /** Which part of them must have failed for the circuit to open. */
    @WithDefault("0.75")
    double breakerRatio();

    /** How long an open circuit lets nothing through. */
    @WithDefault("30s")
    Duration breakerDelay();

    /** Wait after a 429 that names no time; each further one in a row waits twice as long. */
    @WithDefault("1s")
    Duration throttleDelay();

    /** After so much throttling in a row the run is left for later. */
    @WithDefault("10m")
    Duration maxThrottling();
}
