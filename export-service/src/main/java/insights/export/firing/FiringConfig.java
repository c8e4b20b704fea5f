package insights.export.firing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How schedules of exports are kept. */
@ConfigMapping(prefix = "insights.schedules")
public interface FiringConfig {

    /** How often one of the replicas looks for exports whose time has come: the most that a run is late. */
    @WithDefault("2s")
    Duration poll();

    /** A time that went by while no replica was up is made good when it is not yet so old; else it was missed. */
    @WithDefault("12h")
    Duration catchUp();
}
