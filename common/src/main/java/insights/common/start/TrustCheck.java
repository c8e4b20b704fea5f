package insights.common.start;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * In production: nobody in between can speak in the place of the identity provider, or of any other neighbour, because a
 * certificate, or whose it is, is not looked at. Whatever is configured by a name of its own counts too.
 */
@ApplicationScoped
class TrustCheck implements StartCheck {

    /** Settings as environment variables write them, which is one way for all, and the values that are dangerous. */
    private static final Map<Pattern, Pattern> DANGEROUS = Map.of(
            named("QUARKUS_TLS_(.+_)?TRUST_ALL"), named("true"),
            named("QUARKUS_TLS_(.+_)?HOSTNAME_VERIFICATION_ALGORITHM"), named("none"),
            named("QUARKUS_OIDC_(CLIENT_)?(.+_)?TLS_VERIFICATION"), named("none|certificate[-_]validation"),
            named("QUARKUS_OIDC_(CLIENT_)?(.+_)?TLS_TRUST_ALL"), named("true"),
            named("QUARKUS_REST_CLIENT_(.+_)?VERIFY_HOST"), named("false"));

    private final Settings settings;
    private final Config config;

    TrustCheck(Settings settings, Config config) {
        this.settings = settings;
        this.config = config;
    }

    @Override
    public List<String> faults() {
        if (!settings.isProduction()) {
            return List.of();
        }
        Map<String, String> faults = new TreeMap<>();
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .sorted()
                .forEach(name -> settings.text(name)
                        .filter(value -> isDangerous(variable(name), value))
                        .ifPresent(value -> faults.put(
                                variable(name),
                                ("%s is %s: leave it out, or whoever sits between hands out roles; a certificate authority of"
                                                + " your own goes into quarkus.tls.trust-store.")
                                        .formatted(name, value))));
        return List.copyOf(faults.values());
    }

    private static boolean isDangerous(String variable, String value) {
        return DANGEROUS.entrySet().stream()
                .anyMatch(each -> each.getKey().matcher(variable).matches()
                        && each.getValue().matcher(value).matches());
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Pattern named(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }
}
