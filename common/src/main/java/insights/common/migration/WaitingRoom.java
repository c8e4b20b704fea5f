package insights.common.migration;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Answers at the management port as long as the service itself does not listen: alive, but not ready, and why. So nobody
 * starts a container again that only waits, and whoever asks it hears what for.
 */
final class WaitingRoom {

    private static final Logger LOG = Logger.getLogger(WaitingRoom.class);

    private final Optional<HttpServer> server;

    private WaitingRoom(Optional<HttpServer> server) {
        this.server = server;
    }

    static WaitingRoom open(Vertx vertx, String host, int port, List<String> missing) {
        HttpServer server = vertx.createHttpServer().requestHandler(request -> answer(request, missing));
        try {
            return new WaitingRoom(Optional.of(server.listen(port, host)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()));
        } catch (RuntimeException e) {
            // Waiting goes on all the same; the log says what for.
            LOG.warnf("Nobody can be told at port %d: %s", port, e.getMessage());
            return new WaitingRoom(Optional.empty());
        }
    }

    private static void answer(HttpServerRequest request, List<String> missing) {
        boolean alive =
                request.path().endsWith("/health/live") || request.path().endsWith("/health/started");
        JsonObject check = new JsonObject()
                .put("name", "migrations")
                .put("status", alive ? "UP" : "DOWN")
                .put("data", new JsonObject().put("missing", String.join(", ", missing)));
        request.response()
                .setStatusCode(alive ? 200 : 503)
                .putHeader("Content-Type", "application/json")
                .putHeader("Connection", "close")
                .end(new JsonObject()
                        .put("status", alive ? "UP" : "DOWN")
                        .put("checks", new JsonArray().add(check))
                        .encode());
    }

    void close() {
        server.ifPresent(
                open -> open.close().toCompletionStage().toCompletableFuture().join());
    }
}
