package insights.export.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How runs are worked on. */
@ConfigMapping(prefix = "insights.runs")
interface WorkerConfig {

    /** How often this replica looks for work. */
    @WithDefault("1s")
    Duration poll();

    /** Most runs that this replica works on at once. */
    @WithDefault("8")
    int parallel();

    /** After so much silence of a worker another one takes over its run. */
    @WithDefault("20s")
    Duration lease();

    /** How often a worker renews its leases; several times in the length of one. */
    @WithDefault("4s")
    Duration renew();

    /** How long a shutdown waits for the requests in flight; shorter than Kubernetes' grace period. */
    @WithDefault("20s")
    Duration shutdown();

    /** How old a worker's knowledge of the connection may be when it makes a request. Below 5 seconds (D1). */
    @WithDefault("2s")
    Duration lookAtConnection();

    /** Waits before a failed run is tried again; after the last one it has failed for good. */
    @WithDefault("1m,5m,15m,60m")
    List<Duration> retryDelays();

    /** So many workers in a row may be lost with a run that does not get on; then it has failed for good. */
    @WithDefault("10")
    int maxLostWorkers();
}
