package insights.sandbox.control;

import insights.sandbox.SandboxConfig;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionException;

/** The control plane's own port. */
@ApplicationScoped
public class ControlServer {

    private final Vertx vertx;
    private final ControlRoutes routes;
    private final SandboxConfig.Control config;

    ControlServer(Vertx vertx, ControlRoutes routes, SandboxConfig config) {
        this.vertx = vertx;
        this.routes = routes;
        this.config = config.control();
    }

    /**
     * @return the port it listens on
     * @throws IllegalStateException when the port cannot be had
     */
    public int start() {
        try {
            return vertx.createHttpServer()
                    .requestHandler(routes.router())
                    .listen(config.port(), config.host())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .actualPort();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "Port " + config.port() + " of the control plane cannot be had: choose another one with"
                            + " sandbox.control.port, or 0 for a free one.",
                    e.getCause());
        }
    }
}
