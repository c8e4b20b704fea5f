package insights.destination.ortto;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Set;

/** Where Ortto is. */
@ConfigMapping(prefix = "insights.ortto")
interface OrttoConfig {

    /** Base of Ortto's API in the region that a connection gets which names none. */
    URI defaultEndpoint();

    /** The only bases that a connection may have: one for each region that the installation allows. */
    Set<URI> allowedEndpoints();

    /** Whether they may be without encryption: for a stand-in in a cluster for trying, to which only made-up keys go. */
    @WithDefault("false")
    boolean allowHttp();
}
