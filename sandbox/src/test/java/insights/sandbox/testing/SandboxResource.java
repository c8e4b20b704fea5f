package insights.sandbox.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;

/** Starts the sandbox on free ports; {@link Sandbox} finds them where it writes them down. */
public final class SandboxResource implements QuarkusTestResourceLifecycleManager {

    /** Of this run alone, so that no other one writes or removes it. */
    static final Path PORTS = Path.of(
                    "target", "sandbox-ports-" + ProcessHandle.current().pid() + ".json")
            .toAbsolutePath();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "sandbox.control.port",
                "0",
                "sandbox.ports-file",
                PORTS.toString(),
                "sandbox.api-key",
                Sandbox.READY_KEY,
                "sandbox.ortto.api-key",
                Sandbox.READY_ORTTO_KEY,
                "sandbox.hook-retry-pause",
                "5ms");
    }

    @Override
    public void stop() {}
}
