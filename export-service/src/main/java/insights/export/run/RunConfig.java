package insights.export.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long runs are remembered, and how often they are counted. */
@ConfigMapping(prefix = "insights.runs")
public interface RunConfig {

    /** How often this replica looks how much there is to do, for its metrics. */
    @WithDefault("10s")
    Duration measure();

    /** How long a run is kept after it ended. The last one of each export always is. */
    @WithDefault("P400D")
    Duration keepRuns();

    /** How long it is kept who was not exported by a run; their number is kept with the run. */
    @WithDefault("P90D")
    Duration keepRejections();

    /** How often this replica looks for what is too old. */
    @WithDefault("1h")
    Duration clean();
}
