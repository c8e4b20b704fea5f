package insights.console.api;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Where the services are. */
@ConfigMapping(prefix = "insights.services")
public interface UpstreamConfig {

    /** Base address of each, by its name: {@code insights.services.url.export-service}. Without a path. */
    Map<String, URI> url();

    /** How long a connection to a service may take. */
    Duration connect();

    /**
     * How long a service may say nothing at all in an answer, before it or in it. Above the pulse of streams (15 s) and above
     * the longest statement of a service.
     */
    Duration silence();

    /** Connections to one service at most. A run that somebody follows holds one. */
    int connections();
}
