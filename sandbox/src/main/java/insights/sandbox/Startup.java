package insights.sandbox;

import insights.sandbox.control.ControlServer;
import insights.sandbox.control.ReadyAccounts;
import insights.sandbox.json.Json;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Makes the ready accounts, opens the control plane, and says where everything is. */
@ApplicationScoped
class Startup {

    private final SandboxConfig config;
    private final ReadyAccounts ready;
    private final ControlServer control;
    private final HttpServer api;
    private volatile int controlPort;
    private volatile Path portsFile;

    Startup(SandboxConfig config, ReadyAccounts ready, ControlServer control, HttpServer api) {
        this.config = config;
        this.ready = ready;
        this.control = control;
        this.api = api;
    }

    void start(@Observes StartupEvent event) {
        ready.make();
        controlPort = control.start();
    }

    void listening(@ObservesAsync HttpServerStart event) {
        Log.infof(
                "Autopilot's API is at http://127.0.0.1:%d/v1, the control plane at http://127.0.0.1:%d/control",
                api.getPort(), controlPort);
        Log.infof(
                "Ortto's API is at http://127.0.0.1:%1$d/v1, in its regions at …:%1$d/au/v1 and …/eu/v1",
                api.getPort());
        config.portsFile().ifPresent(this::writePorts);
    }

    void stop(@Observes ShutdownEvent event) throws IOException {
        if (portsFile != null) {
            Files.deleteIfExists(portsFile);
        }
    }

    /** Whoever waits for the file finds it whole, or finds the sandbox ended. */
    private void writePorts(Path file) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(
                    unfinished,
                    Json.bytes(Json.object().put("api", api.getPort()).put("control", controlPort)));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            portsFile = file;
        } catch (IOException e) {
            Log.errorf("The file that sandbox.ports-file names cannot be written: %s", e);
            Quarkus.asyncExit(1);
        }
    }
}
