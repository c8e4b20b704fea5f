package insights.export.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How whoever watches a run is told. */
@ConfigMapping(prefix = "insights.runs")
interface FeedConfig {

    /** How often this replica looks at the runs that somebody watches. */
    @WithDefault("1s")
    Duration watch();

    /** Longest silence towards somebody who watches a run. */
    @WithDefault("15s")
    Duration heartbeat();
}
