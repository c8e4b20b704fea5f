package insights.export.definition;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of exports. */
@ConfigMapping(prefix = "insights.exports")
public interface SizeConfig {

    /** Most distinct profiles in all exports of one connection together (L1). */
    @WithDefault("100000")
    long maxProfiles();
}
