package insights.console.session;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What pages need of the session: who it is, and a way to prove it once more. */
@ApplicationScoped
class SessionRoutes {

    /** Where a window ends that was opened to sign in: it tells the page that waits, and closes. */
    static final String SIGNED_IN = "/console/signed-in";

    static final String ME = "/console/auth/me";

    /** Where the provider sends people who did not get in, with a reason that says nothing to them. */
    static final String FAILED = "/console/auth/failed";

    void register(@Observes Router router) {
        router.get(ME).handler(SessionRoutes::describe);
        router.get(FreshSignIn.PATH).handler(context -> goTo(context, SIGNED_IN));
        router.get(FAILED).handler(context -> goTo(context, "/console/sign-in-failed.html"));
    }

    private static void describe(RoutingContext context) {
        SignedIn.in(context)
                .ifPresentOrElse(
                        person -> context.response()
                                .putHeader("Content-Type", "application/json")
                                .putHeader("Cache-Control", "no-store")
                                .end(person.description().toBuffer()),
                        () -> context.fail(401));
    }

    private static void goTo(RoutingContext context, String path) {
        context.response()
                .setStatusCode(303)
                .putHeader("Location", path)
                .putHeader("Cache-Control", "no-store")
                .end();
    }
}
