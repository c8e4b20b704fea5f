package insights.export.segment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long segment-service is waited for, where it is not asked through the REST client. */
@ConfigMapping(prefix = "insights.segment-service")
interface SegmentServiceConfig {

    /** For the answer to a question about some people. */
    @WithDefault("8s")
    Duration answer();

    /** For a stream of members to begin: it counts them first. */
    @WithDefault("10s")
    Duration begin();

    /** For the next member of a stream. */
    @WithDefault("60s")
    Duration silence();
}
