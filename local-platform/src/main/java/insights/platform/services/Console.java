package insights.platform.services;

import insights.platform.identity.Keycloak;
import insights.platform.port.Port;
import insights.platform.port.Ports;
import insights.platform.process.ChildProcess;
import insights.platform.process.Health;
import insights.platform.process.JavaCommand;
import insights.platform.process.RunFolder;
import insights.platform.secret.Secrets;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The people's pages, as a process of its own. They are reached through the gateway, on the same address as the API. */
public final class Console implements AutoCloseable {

    /** Why there is none, for a person. */
    public static final String WHY_NOT =
            "No console: its pages are built with Node 20.19 or later, which this machine lacks. Everything else works.";

    private static final String CLIENT = "console";
    private static final int HEAP_MEGABYTES = 128;

    private final Ports ports;
    private final ChildProcess process;

    /** @param given what else it is told, like the services; it counts less than how the parts find each other */
    public Console(
            Ports ports,
            Keycloak keycloak,
            Secrets secrets,
            RunFolder folder,
            Path program,
            Map<String, String> given) {
        this.ports = ports;
        this.process = new ChildProcess(
                CLIENT,
                JavaCommand.of(folder, HEAP_MEGABYTES, program),
                environment(ports, keycloak, secrets, given),
                folder,
                Health.at(ports.url(Port.CONSOLE_MANAGEMENT).resolve("/q/health/ready")));
    }

    private static Map<String, String> environment(
            Ports ports, Keycloak keycloak, Secrets secrets, Map<String, String> given) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        environment.putAll(given);
        environment.putAll(Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", Integer.toString(ports.of(Port.CONSOLE)),
                "QUARKUS_MANAGEMENT_HOST", "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.of(Port.CONSOLE_MANAGEMENT)),
                "QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.issuer().toString(),
                "QUARKUS_OIDC_CREDENTIALS_SECRET", keycloak.clientSecret(CLIENT),
                "INSIGHTS_CONSOLE_SESSION_SECRET", secrets.password("session of the console"),
                // On this machine there is no TLS.
                "INSIGHTS_CONSOLE_SECURE", "false"));
        for (Service service : Service.values()) {
            environment.put(
                    "INSIGHTS_SERVICES_URL_"
                            + service.title().toUpperCase(Locale.ROOT).replace('-', '_'),
                    ports.url(service.port()).toString());
        }
        return environment;
    }

    public void start() {
        process.start();
    }

    /** Where people open it. */
    public URI address() {
        return ports.url(Port.GATEWAY).resolve("/console/");
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
