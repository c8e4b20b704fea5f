package insights.common.start;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The configuration as checks look at it. */
@ApplicationScoped
public class Settings {

    /** Addresses that nobody has set end so (RFC 6761: there never is one). */
    private static final String NOT_SET = ".invalid";

    private final Config config;

    public Settings(Config config) {
        this.config = config;
    }

    /** Neither tests nor development, which may be careless. */
    public boolean isProduction() {
        return LaunchMode.current() == LaunchMode.NORMAL;
    }

    public Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** An address that somebody gave; empty when it is the one that stands for none, or no address. */
    public Optional<URI> address(String name) {
        return text(name).flatMap(Settings::parse).filter(address -> !isUnset(address));
    }

    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isUnset(URI address) {
        // Not the host: it is none for names with an underscore, as Docker Compose gives them.
        String authority = address.getRawAuthority();
        return authority == null || authority.replaceFirst(":\\d*$", "").endsWith(NOT_SET);
    }
}
