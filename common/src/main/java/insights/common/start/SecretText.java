package insights.common.start;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** What makes a secret text one. */
@ApplicationScoped
public class SecretText {

    /** Characters that a key has at least. */
    public static final int SHORTEST = 32;

    /** Different ones among them: 32 random hexadecimal digits have 8 but once in ten million times. */
    private static final int LEAST_DIFFERENT = 8;

    /** Secrets of which each protects something else, so that none may be another one's. */
    private static final List<String> SECRETS = List.of(
            "insights.erasure.key",
            "insights.ledger.key",
            "insights.notices.secret",
            "quarkus.oidc-client.credentials.secret",
            "quarkus.datasource.password",
            "quarkus.flyway.password");

    private final Settings settings;

    public SecretText(Settings settings) {
        this.settings = settings;
    }

    /**
     * What is wrong with a key.
     *
     * @param name its setting
     * @param wellKnown the one for development and tests
     */
    public List<String> faults(String name, String wellKnown) {
        String key = settings.text(name).orElse("");
        List<String> faults = new ArrayList<>();
        if (key.isEmpty()) {
            faults.add("%s is missing: give it at least %d random characters.".formatted(name, SHORTEST));
            return faults;
        }
        if (key.length() < SHORTEST) {
            faults.add("%s is too short: give it at least %d random characters.".formatted(name, SHORTEST));
        } else if (key.chars().distinct().count() < LEAST_DIFFERENT) {
            faults.add("%s has hardly any different characters: give it random ones (openssl rand -base64 32)."
                    .formatted(name));
        }
        if (settings.isProduction()) {
            if (key.equals(wellKnown)) {
                faults.add("%s is the one for development and tests, which everybody knows: give it a random one."
                        .formatted(name));
            }
            SECRETS.stream()
                    .filter(other -> !other.equals(name))
                    .filter(other -> settings.text(other).filter(key::equals).isPresent())
                    .forEach(other -> faults.add(
                            "%s and %s are the same: give each a secret of its own.".formatted(name, other)));
        }
        return faults;
    }
}
