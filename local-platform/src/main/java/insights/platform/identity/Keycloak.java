package insights.platform.identity;

import insights.platform.port.Port;
import insights.platform.port.Ports;
import insights.platform.process.ChildProcess;
import insights.platform.process.Health;
import insights.platform.process.JavaCommand;
import insights.platform.process.RunFolder;
import insights.platform.secret.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The identity provider: the real Keycloak, already put together ({@code kc.sh build}) when this module was built, with
 * a realm of ours and its data in memory. It is started without its shell script, so that it is one process.
 */
public final class Keycloak implements AutoCloseable {

    /** Name of Keycloak's own administrator. */
    public static final String ADMINISTRATOR = "admin";

    private static final int HEAP_MEGABYTES = 384;
    private static final List<String> UNCHANGING_PARTS = List.of("lib", "conf", "providers", "themes");

    private final Ports ports;
    private final Secrets secrets;
    private final RunFolder folder;
    private final Path distribution;
    private final Realm realm;
    private final ChildProcess process;

    /** @param distribution where Keycloak was unpacked and built */
    public Keycloak(Ports ports, Secrets secrets, RunFolder folder, Path distribution, Realm realm) {
        this.ports = ports;
        this.secrets = secrets;
        this.folder = folder;
        this.distribution = distribution;
        this.realm = realm;
        this.process = new ChildProcess(
                "keycloak",
                command(),
                environment(),
                folder,
                Health.at(URI.create(issuer() + "/.well-known/openid-configuration")));
    }

    /** Makes a home that is Keycloak's in all that never changes, and the run folder's in all that it writes. */
    public void create() {
        try {
            Files.createDirectories(home().resolve("data/import"));
            Files.writeString(home().resolve("data/import/realm.json"), realm.json());
            for (String part : UNCHANGING_PARTS) {
                Files.createSymbolicLink(home().resolve(part), distribution.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void start() {
        process.start();
    }

    /** The process, for those who watch over it. */
    public ChildProcess process() {
        return process;
    }

    /** The issuer of the tokens, and where everything about the realm is found. */
    public URI issuer() {
        return ports.url(Port.KEYCLOAK).resolve("/realms/" + realm.name());
    }

    /** Where it is asked about the realm's people by those who may. */
    public URI admin() {
        return ports.url(Port.KEYCLOAK).resolve("/admin/realms/" + realm.name());
    }

    /** Where its administrators look after it in a browser. */
    public URI console() {
        return ports.url(Port.KEYCLOAK).resolve("/admin/");
    }

    /** The secret of a service's client. */
    public String clientSecret(String client) {
        return secrets.password("client " + client);
    }

    /** The secrets of all machines that have one, by the names of their clients. */
    public Map<String, String> clientSecrets() {
        Map<String, String> all = new TreeMap<>();
        realm.confidentialClients().forEach(client -> all.put(client, clientSecret(client)));
        return all;
    }

    /** The password of {@link #ADMINISTRATOR}. */
    public String administratorPassword() {
        return secrets.password("Keycloak");
    }

    @Override
    public void close() {
        process.close();
    }

    private Path home() {
        return folder.resolve("keycloak");
    }

    private List<String> command() {
        return JavaCommand.of(
                folder,
                HEAP_MEGABYTES,
                // As kc.sh has them.
                List.of(
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dpicocli.disable.closures=true",
                        "-Dkc.home.dir=" + home(),
                        "-Djboss.server.config.dir=" + home().resolve("conf"),
                        "-cp",
                        distribution.resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + ports.of(Port.KEYCLOAK),
                        "--hostname=" + ports.url(Port.KEYCLOAK)));
    }

    /** The realm file names the clients' secrets as {@code ${EXPORT_SERVICE_SECRET}}: Keycloak looks them up here. */
    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        for (String client : realm.confidentialClients()) {
            String variable = client.toUpperCase(Locale.ROOT).replace('-', '_') + "_SECRET";
            environment.put(variable, clientSecret(client));
        }
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", administratorPassword());
        return environment;
    }
}
