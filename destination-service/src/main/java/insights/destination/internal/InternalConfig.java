package insights.destination.internal;

import io.smallrye.config.ConfigMapping;

/** Limits of the internal API. */
@ConfigMapping(prefix = "insights.internal")
interface InternalConfig {

    /** How many connections that do not exist one identity may ask for in a minute, before it is refused everything. */
    int unknownConnectionsPerMinute();
}
