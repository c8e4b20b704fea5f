package insights.export.notice;

import insights.export.run.RunStatus;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who hears of ended runs. */
@ConfigMapping(prefix = "insights.notices")
public interface NoticeConfig {

    /** Where notices are posted to. Nobody is told when there is none. */
    Optional<URI> url();

    /** Key of their signatures: {@code whsec_} and 24 to 64 random bytes in base64. Needed when there is a URL. */
    Optional<String> secret();

    /** Whether the URL may be one without TLS on another machine. */
    @WithDefault("false")
    boolean allowHttp();

    /** How runs must end to be told of: by default those that somebody should look at. */
    @WithDefault("FAILED_PERMANENT,SKIPPED,COMPLETED_WITH_WARNINGS")
    Set<RunStatus> outcomes();

    /** Of {@code COMPLETED_WITH_WARNINGS} only those with more than this part of the profiles rejected. */
    @WithDefault("0.05")
    double rejectedShare();

    /** The {@code source} of the events; different for each installation that posts to one receiver. */
    @WithDefault("urn:insights:export-service")
    URI source();

    /** How often each replica looks for something to tell. */
    @WithDefault("2s")
    Duration poll();

    /** Waits before a notice that was not acknowledged is posted again; after the last one it is given up. */
    @WithDefault("5s,1m,5m,30m,2h,6h,12h,24h")
    List<Duration> retryDelays();
}
