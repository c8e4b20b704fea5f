package insights.console.session;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
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
        context.addHeadersEndHandler(sent -> {
            List<String> set = context.response().headers().getAll("Set-Cookie");
            if (set.stream().noneMatch(cookie -> cookie.startsWith(NAME))) {
                return;
            }
            old.stream()
                    .filter(name -> set.stream().noneMatch(cookie -> cookie.startsWith(name + "=")))
                    .forEach(name -> context.response()
                            .headers()
                            .add("Set-Cookie", name + "=; Path=/console/; Max-Age=0; HttpOnly; SameSite=Lax"));
        });
    }
}
