package insights.console.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What browsers are told about everything the console answers: what it may load, who may embed it, what is kept. */
@ApplicationScoped
class SecurityHeaders {

    /** Nothing but ourselves. No text of anybody becomes code or markup: Trusted Types, and no policy that could make one. */
    private static final String OF_PAGES = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'");

    /** What is no page must not become one when somebody opens it. */
    private static final String OF_DATA = "default-src 'none'; frame-ancestors 'none'; sandbox";

    /** Their names have a hash of what is in them. */
    private static final Pattern HASHED = Pattern.compile("/console/assets/[^/]+-[\\w-]{8}\\.\\w+");

    private static final int FIRST = 1_001;

    private final boolean secure;

    SecurityHeaders(@ConfigProperty(name = "insights.console.secure") boolean secure) {
        this.secure = secure;
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    // At the end, so that nobody who answers has another opinion.
                    context.addHeadersEndHandler(sent -> write(context));
                    context.next();
                },
                FIRST);
    }

    private void write(RoutingContext context) {
        String path = context.request().path();
        MultiMap headers = context.response().headers();
        headers.set("Content-Security-Policy", path.startsWith("/console/api/") ? OF_DATA : OF_PAGES);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        // A window in which somebody signs in anew goes to the provider and comes back, and may then close itself.
        boolean ofThatWindow = path.startsWith("/console/auth/") || path.equals("/console/signed-in");
        headers.set("Cross-Origin-Opener-Policy", ofThatWindow ? "unsafe-none" : "same-origin-allow-popups");
        if (secure) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (path.startsWith("/console/api/") || path.startsWith("/console/auth/")) {
            return;
        }
        boolean kept = context.response().getStatusCode() == 200
                && HASHED.matcher(path).matches();
        headers.set("Cache-Control", kept ? "public, max-age=31536000, immutable" : "no-cache");
    }
}
