package insights.console.api;

import insights.console.outage.Outage;
import insights.console.problem.Problem;
import insights.console.session.SignedIn;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The API as pages have it: the public one of the three services below one path, called as who is signed in. */
@ApplicationScoped
class ApiRoutes {

    /** What the paths of the API begin with here. */
    static final String PREFIX = "/console/api";

    private final HttpClient client;
    private final UpstreamConfig config;
    private final Map<Upstream, Outage> outages = new EnumMap<>(Upstream.class);

    ApiRoutes(Vertx vertx, UpstreamConfig config) {
        this.config = config;
        for (Upstream upstream : Upstream.values()) {
            outages.put(upstream, new Outage(upstream.title()));
        }
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) config.connect().toMillis())
                        // A service that was stopped is found again where its name leads then.
                        .setKeepAliveTimeout(30)
                        .setMaxHeaderSize(65_536),
                new PoolOptions().setHttp1MaxSize(config.connections()));
    }

    void register(@Observes Router router) {
        router.route(PREFIX + "/*").handler(this::handle);
    }

    private void handle(RoutingContext context) {
        String path = rawPath(context)
                .substring(Math.min(PREFIX.length(), rawPath(context).length()));
        Optional<Upstream> upstream =
                rawPath(context).startsWith(PREFIX + "/") ? AllowedPath.to(path) : Optional.empty();
        Optional<String> token = SignedIn.in(context).map(SignedIn::accessToken);
        if (upstream.isEmpty()) {
            Problem.notFound().answer(context);
        } else if (token.isEmpty()) {
            // The permissions of application.properties do not let anybody get here unknown.
            context.fail(401);
        } else {
            String query = context.request().query();
            String target = query == null ? path : path + "?" + query;
            new Forwarding(
                            context,
                            upstream.get(),
                            address(upstream.get()),
                            config.silence(),
                            outages.get(upstream.get()))
                    .begin(client, target, token.get());
        }
    }

    private URI address(Upstream upstream) {
        return config.url().get(upstream.title());
    }

    /** As it was sent: what Vert.x makes of it would have lost the tricks, and with them the reason to refuse. */
    private static String rawPath(RoutingContext context) {
        String uri = context.request().uri();
        int end = uri.indexOf('?');
        return end < 0 ? uri : uri.substring(0, end);
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
