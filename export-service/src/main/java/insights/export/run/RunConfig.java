package insights.export.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often runs are counted. How long they are remembered is in {@code retention}. */
@ConfigMapping(prefix = "insights.runs")
interface RunConfig {

    /** How often this replica looks how much there is to do, for its metrics. */
    @WithDefault("10s")
    Duration measure();
}
