package insights.segment.profile;

import io.smallrye.config.ConfigMapping;

/** Configuration of erasure. */
@ConfigMapping(prefix = "insights.erasure")
interface ErasureConfig {

    /**
     * Key of the fingerprints in tombstones, a random text of at least 32 characters. Keep it: with another key erased
     * profiles are not recognised any more when an import brings them back.
     */
    String key();
}
