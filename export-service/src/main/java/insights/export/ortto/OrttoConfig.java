package insights.export.ortto;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this service keeps Ortto from banning the address that it calls from ({@code ortto-api.md}, "Rate limits"). */
@ConfigMapping(prefix = "insights.ortto")
interface OrttoConfig {

    /** Most bad requests within {@link #ban}, of all connections together. Ortto bans at 15, whoever else made them. */
    @WithDefault("5")
    int badRequests();

    /** Within so long bad requests are counted, and for so long a ban lasts; a second more than Ortto says. */
    @WithDefault("16s")
    Duration ban();
}
