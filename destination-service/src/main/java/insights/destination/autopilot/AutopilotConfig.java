package insights.destination.autopilot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Set;

/** Where Autopilot is. */
@ConfigMapping(prefix = "insights.autopilot")
interface AutopilotConfig {

    /** Base of Autopilot's API, used when a connection names none. */
    URI defaultEndpoint();

    /** The only bases that a connection may have. */
    Set<URI> allowedEndpoints();

    /** Whether they may be without encryption: for a stand-in in a cluster for trying, to which only made-up keys go. */
    @WithDefault("false")
    boolean allowHttp();
}
