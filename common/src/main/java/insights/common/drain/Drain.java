package insights.common.drain;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * From the moment that this replica is told to stop, every answer is the last on its connection, and says so: whoever keeps
 * connections open opens the next one to another replica, and none is closed while a request is on its way.
 */
@ApplicationScoped
public class Drain {

    /** Also for what other filters refuse. */
    private static final int BEFORE_ALL_OTHERS = Integer.MAX_VALUE;

    /** Under this name a request knows that its answer said so. */
    private static final String LAST = "insights.last-answer";

    private volatile boolean begun;

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        begun = true;
    }

    void register(@Observes Filters filters) {
        filters.register(this::apply, BEFORE_ALL_OTHERS);
    }

    private void apply(RoutingContext context) {
        HttpServerRequest request = context.request();
        // Asked when the answer begins: a request that was under way before the drain is one of the last, too.
        context.addHeadersEndHandler(ignored -> {
            if (begun) {
                context.put(LAST, true);
                if (request.version() != HttpVersion.HTTP_2) {
                    context.response().putHeader("Connection", "close");
                }
            }
        });
        // Not by whether the drain has begun now: an answer that did not say that it is the last must not be.
        context.addEndHandler(ignored -> {
            if (context.get(LAST) != null) {
                close(request);
            }
        });
        context.next();
    }

    private static void close(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            // Says GOAWAY, and closes when the other requests under way are answered.
            request.connection().shutdown();
        } else if (request.isEnded() || !hasBody(request)) {
            // What is still to come of a body is read first, by whoever looks after such connections.
            request.connection().close();
        }
    }

    /** One without may be answered before its end was looked at. */
    private static boolean hasBody(HttpServerRequest request) {
        return request.getHeader("Transfer-Encoding") != null || request.getHeader("Content-Length") != null;
    }
}
