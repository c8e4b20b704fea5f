package insights.platform.services;

import insights.platform.port.Port;
import insights.platform.port.Ports;
import insights.platform.process.ChildProcess;
import insights.platform.process.Health;
import insights.platform.process.JavaCommand;
import insights.platform.process.RunFolder;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** The stand-in for Autopilot and Ortto, as a process of its own: the services meet it over HTTP and nowhere else. */
public final class Sandbox implements AutoCloseable {

    /** Requests a second that it takes per account. Autopilot documents 5, Ortto 10, at which the sample would take minutes. */
    public static final int RATE_PER_SECOND = 100;

    private static final int HEAP_MEGABYTES = 512;

    private final Ports ports;
    private final String apiKey;
    private final String orttoApiKey;
    private final ChildProcess process;

    /**
     * @param apiKey key of the account at Autopilot that it has from the beginning: 32 hexadecimal digits
     * @param orttoApiKey the same at Ortto
     */
    public Sandbox(Ports ports, String apiKey, String orttoApiKey, RunFolder folder, Path program) {
        this.ports = ports;
        this.apiKey = apiKey;
        this.orttoApiKey = orttoApiKey;
        this.process = new ChildProcess(
                "sandbox",
                JavaCommand.of(folder, HEAP_MEGABYTES, program),
                Map.of(
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_HTTP_PORT", Integer.toString(ports.of(Port.SANDBOX)),
                        "SANDBOX_CONTROL_PORT", Integer.toString(ports.of(Port.SANDBOX_CONTROL)),
                        "SANDBOX_RATE_PER_SECOND", Integer.toString(RATE_PER_SECOND),
                        "SANDBOX_API_KEY", apiKey,
                        "SANDBOX_ORTTO_RATE_PER_SECOND", Integer.toString(RATE_PER_SECOND),
                        "SANDBOX_ORTTO_API_KEY", orttoApiKey),
                folder,
                Health.at(control().resolve("/control/health")));
    }

    public void start() {
        process.start();
    }

    /** Base address of the APIs of both. */
    public URI api() {
        return ports.url(Port.SANDBOX).resolve("/v1");
    }

    /** Where it is told to be faulty, and asked what it saw. */
    public URI control() {
        return ports.url(Port.SANDBOX_CONTROL).resolve("/control");
    }

    /** The API key of its first account at Autopilot. */
    public String apiKey() {
        return apiKey;
    }

    /** The API key of its first account at Ortto. */
    public String orttoApiKey() {
        return orttoApiKey;
    }

    /** The process, for those who want to end it before its time. */
    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
