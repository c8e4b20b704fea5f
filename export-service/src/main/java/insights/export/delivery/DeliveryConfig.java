package insights.export.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Guards of a run. */
@ConfigMapping(prefix = "insights.delivery")
public interface DeliveryConfig {

    /** A run that would remove more than this part of an audience stops and asks (B5) … */
    @WithDefault("0.3")
    double maxRemovals();

    /** … if the audience had at least so many. */
    @WithDefault("100")
    long guardedAudience();
}
