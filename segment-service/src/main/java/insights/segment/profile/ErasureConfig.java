package insights.segment.profile;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Configuration of erasure. */
@ConfigMapping(prefix = "insights.erasure")
interface ErasureConfig {

    /**
     * Key of the fingerprints in tombstones, a random text of at least 32 characters. Keep it: with another key erased
     * profiles are not recognised any more when an import brings them back.
     */
    String key();

    /** How long an erasure waits for an import that is being merged, before its caller is asked to try again. */
    Duration maxWait();
}
