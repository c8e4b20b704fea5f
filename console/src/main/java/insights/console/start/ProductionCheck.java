package insights.console.start;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** What the console does not start without in production. Everything that is wrong is told at once, and nothing secret. */
@ApplicationScoped
class ProductionCheck {

    private static final int FIRST = -1_000;
    private static final int SHORTEST = 32;
    private static final int LEAST_DIFFERENT = 8;
    private static final String SESSION_SECRET = "insights.console.session-secret";
    private static final String CLIENT_SECRET = "quarkus.oidc.credentials.secret";
    private static final String PROVIDER = "quarkus.oidc.auth-server-url";
    private static final String ALLOW_HTTP = "insights.identity.allow-http";

    private final Config config;

    ProductionCheck(Config config) {
        this.config = config;
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent event) {
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            return;
        }
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            throw new StartRefusedException(faults);
        }
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        String secret = text(SESSION_SECRET);
        if (secret.isEmpty()) {
            faults.add(
                    SESSION_SECRET + " is missing: give it at least 32 random characters, the same on all replicas.");
        } else if (secret.length() < SHORTEST || secret.chars().distinct().count() < LEAST_DIFFERENT) {
            faults.add(
                    SESSION_SECRET + " is too short: give it at least 32 random characters (openssl rand -base64 32).");
        } else if (secret.equals(text(CLIENT_SECRET))) {
            faults.add(
                    "%s and %s are the same: give each a secret of its own.".formatted(SESSION_SECRET, CLIENT_SECRET));
        }
        if (text(CLIENT_SECRET).isEmpty()) {
            faults.add(
                    CLIENT_SECRET + " is missing: it is the secret of the client `console` at the identity provider.");
        }
        URI provider = URI.create(text(PROVIDER));
        if (String.valueOf(provider.getHost()).endsWith(".invalid")) {
            faults.add(PROVIDER
                    + " is missing: it is the issuer of the tokens, without /.well-known/openid-configuration.");
        } else if (!isSafe(provider)) {
            faults.add("%s is %s: it must begin with https, or %s say that the way there is protected."
                    .formatted(PROVIDER, provider, ALLOW_HTTP));
        }
        for (String service : List.of("destination-service", "segment-service", "export-service")) {
            String setting = "insights.services.url." + service;
            if (text(setting).contains(".invalid")) {
                faults.add(setting + " is missing: it is the base address of " + service + ".");
            }
        }
        return faults;
    }

    /** Nobody in between can read it, there is nothing in between, or whoever installs says so. */
    private boolean isSafe(URI address) {
        return "https".equals(address.getScheme())
                || "true".equalsIgnoreCase(text(ALLOW_HTTP))
                || List.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost());
    }

    private String text(String name) {
        return config.getOptionalValue(name, String.class).orElse("").strip();
    }
}
