package insights.console.session;

import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The cookies that hold the session: one, or several where the tokens in it are too long for one. */
final class SessionCookies {

    /** Where the provider sends the browser back to. */
    static final String CALLBACK = "/console/auth/callback";

    private static final String NAME = "q_session";

    private SessionCookies() {}

    /** Has a request answered as if there were no session. */
    static void hide(RoutingContext context) {
        MultiMap headers = context.request().headers();
        String left = headers.getAll("Cookie").stream()
                .flatMap(header -> Arrays.stream(header.split(";\\s*")))
                .filter(cookie -> !cookie.startsWith(NAME))
                .collect(Collectors.joining("; "));
        headers.remove("Cookie");
        if (!left.isEmpty()) {
            headers.add("Cookie", left);
        }
    }

    /** Has a new session take the place of the one that is there; what the new one does not need of it is removed. */
    static void replace(RoutingContext context) {
        List<String> old = context.request().headers().getAll("Cookie").stream()
                .flatMap(header -> Arrays.stream(header.split(";\\s*")))
                .map(cookie -> cookie.split("=", 2)[0])
                .filter(name -> name.startsWith(NAME))
                .toList();
        hide(context);
        // The old ones are hidden, so what is there at the end is new.
        context.addHeadersEndHandler(sent -> {
            Set<String> kept = context.request().cookies().stream()
                    .map(Cookie::getName)
                    .filter(name -> name.startsWith(NAME))
                    .collect(Collectors.toSet());
            if (!kept.isEmpty()) {
                old.stream().filter(name -> !kept.contains(name)).forEach(name -> context.response()
                        .addCookie(ended(name)));
            }
        });
    }

    private static Cookie ended(String name) {
        return Cookie.cookie(name, "")
                .setPath("/console/")
                .setMaxAge(0)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX);
    }
}
