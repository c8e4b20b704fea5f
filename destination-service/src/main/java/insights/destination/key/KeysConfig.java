package insights.destination.key;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** Which master keys there are. Never printed: it has no {@code toString}. */
@ConfigMapping(prefix = "insights.keys")
interface KeysConfig {

    /** The version that new data keys are wrapped with, and to which lower ones are rotated. */
    int current();

    /** Master keys by version: 32 random bytes each, in base64. Old versions stay until the rotation is through. */
    Map<Integer, String> masterKeys();
}
