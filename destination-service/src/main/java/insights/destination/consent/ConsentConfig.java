package insights.destination.consent;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Which consent texts there are besides those that come with the service. */
@ConfigMapping(prefix = "insights.consent")
interface ConsentConfig {

    /** The version to agree to from now on. Consents to older ones hold, and are shown as outdated. */
    int currentVersion();

    /** Where further versions are, in {@code <version>/<language>.txt}; absent: only those of the service. */
    Optional<Path> folder();
}
