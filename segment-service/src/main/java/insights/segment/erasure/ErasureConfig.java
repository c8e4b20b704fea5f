package insights.segment.erasure;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** Configuration of erasure. */
@ConfigMapping(prefix = "insights.erasure")
interface ErasureConfig {

    /**
     * Key of the fingerprints of people who were erased or opted out, a random text of at least 32 characters. Keep it: with
     * another key nobody would be recognised any more, so the service starts neither without it nor with another one.
     */
    Optional<String> key();

    /** How long whoever writes about people waits for an import that is being merged, before asking to try again. */
    Duration maxWait();
}
