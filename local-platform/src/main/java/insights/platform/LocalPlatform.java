package insights.platform;

import insights.platform.console.Steps;
import insights.platform.console.Waiting;
import insights.platform.gateway.Gateway;
import insights.platform.http.ApiClient;
import insights.platform.identity.Keycloak;
import insights.platform.identity.Realm;
import insights.platform.identity.SignIn;
import insights.platform.identity.User;
import insights.platform.port.Port;
import insights.platform.port.Ports;
import insights.platform.postgres.Database;
import insights.platform.postgres.Postgres;
import insights.platform.process.ChildProcess;
import insights.platform.process.Health;
import insights.platform.process.JavaCommand;
import insights.platform.process.PlatformFailure;
import insights.platform.process.Revival;
import insights.platform.process.RunFolder;
import insights.platform.secret.Secrets;
import insights.platform.services.Console;
import insights.platform.services.Sandbox;
import insights.platform.services.Service;
import insights.platform.services.ServiceEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The whole product on this machine: PostgreSQL, Keycloak, the sandbox, the three services, the
 * console where Node is, and the gateway.
 * Starting it either succeeds or leaves nothing behind once it is closed, whenever that is.
 */
public final class LocalPlatform implements AutoCloseable {

    private static final int SERVICE_HEAP_MEGABYTES = 256;

    private final Ports ports;
    private final Steps steps;
    private final Path workFolder;
    private final RunFolder folder;
    private final Realm realm = new Realm();
    private final Postgres postgres;
    private final Keycloak keycloak;
    private final Sandbox sandbox;
    private final Gateway gateway;
    private final Map<Service, ChildProcess> services = new EnumMap<>(Service.class);
    private final Optional<Console> console;

    private boolean isKnown;
    private boolean created;
    private volatile boolean closed;

    /**
     * @param workFolder where it writes
     * @param serviceVariables environment variables that every service gets, before what the platform says but for how
     *     the parts find each other
     */
    public LocalPlatform(Build build, Ports ports, Path workFolder, Steps steps, Map<String, String> serviceVariables) {
        this.ports = ports;
        this.steps = steps;
        this.workFolder = workFolder;
        this.folder = new RunFolder(workFolder);
        Secrets secrets = new Secrets();
        this.postgres = new Postgres(
                ports.of(Port.POSTGRES),
                Arrays.stream(Service.values()).map(Service::database).toList(),
                secrets,
                folder,
                workFolder.resolve("postgresql"));
        this.keycloak = new Keycloak(ports, secrets, folder, build.keycloak(), realm);
        this.sandbox = new Sandbox(ports, secrets.apiKey(), secrets.apiKey(), folder, build.program("sandbox"));
        this.gateway = new Gateway(ports);
        Revival revival = new Revival(steps, folder, () -> closed);
        postgres.onDeath(() -> revival.died("postgresql", "ended", postgres::startAgain));
        revival.ofProcess(keycloak.process());
        revival.ofProcess(sandbox.process());
        ServiceEnvironment environment = new ServiceEnvironment(ports, postgres, keycloak, sandbox.api(), secrets);
        for (Service service : Service.values()) {
            services.put(
                    service,
                    newProcess(service, build.program(service.title()), environment.of(service, serviceVariables)));
            revival.ofProcess(services.get(service));
        }
        this.console = build.console()
                .map(program -> new Console(ports, keycloak, secrets, folder, program, serviceVariables));
        console.map(Console::process).ifPresent(revival::ofProcess);
    }

    private ChildProcess newProcess(Service service, Path program, Map<String, String> variables) {
        return new ChildProcess(
                service.title(),
                JavaCommand.of(folder, SERVICE_HEAP_MEGABYTES, program),
                variables,
                folder,
                Health.at(ports.url(service.management()).resolve("/q/health/ready")));
    }

    /** Starts everything, and waits as long as something moves. Nothing is started when a port is taken. */
    public void start() {
        start(Duration.ofDays(1));
    }

    /** Starts everything, or fails when that takes longer than the timeout. */
    public void start(Duration timeout) {
        create();
        StartUp start = new StartUp(steps);
        Waiting waiting = Waiting.forStepsOf(steps);
        try {
            CompletableFuture<Void> database = start.begin("PostgreSQL", ports.of(Port.POSTGRES), postgres::start);
            start.begin("Keycloak", ports.of(Port.KEYCLOAK), keycloak::start);
            start.begin("sandbox", ports.of(Port.SANDBOX), sandbox::start);
            start.begin("gateway", ports.of(Port.GATEWAY), gateway::start);
            for (Service service : services.keySet()) {
                start.beginAfter(database, service.title(), ports.of(service.port()), services.get(service)::start);
            }
            console.ifPresent(one -> start.begin("console", ports.of(Port.CONSOLE), one::start));
            start.await(timeout);
        } finally {
            waiting.close();
        }
        isKnown = file().write(workFolder, folder);
    }

    /** Whether {@code make token} finds it without being told which; of two in one checkout, only the first. */
    public boolean isKnown() {
        return isKnown;
    }

    /** Signs a user in, and returns the token. */
    public String signIn(String userName) {
        User user = realm.users().stream()
                .filter(one -> one.name().equals(userName))
                .findFirst()
                .orElseThrow();
        return new SignIn(keycloak.issuer(), Realm.COMMAND_LINE).token(user);
    }

    /** The public API, called by whom the token names. */
    public ApiClient api(String token) {
        return ApiClient.withToken(ports.url(Port.GATEWAY), token);
    }

    public Ports ports() {
        return ports;
    }

    public Postgres postgres() {
        return postgres;
    }

    public Keycloak keycloak() {
        return keycloak;
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /** The people's pages; absent where there is no Node to build them with. */
    public Optional<Console> console() {
        return console;
    }

    /** The process of a service, for those who want to end it before its time. */
    public ChildProcess process(Service service) {
        return services.get(service);
    }

    /** Where the logs of everything are. */
    public Path logs() {
        return folder.logs();
    }

    /** What others need to know to use it. */
    public PlatformFile file() {
        Map<String, Integer> numbers = new TreeMap<>();
        for (Port port : Port.values()) {
            numbers.put(port.name().toLowerCase(Locale.ROOT).replace('_', '-'), ports.of(port));
        }
        Map<String, PlatformFile.Login> databases = new TreeMap<>();
        for (Service service : services.keySet()) {
            Database database = service.database();
            databases.put(
                    service.title(),
                    new PlatformFile.Login(
                            postgres.url(database.name()), database.user(), postgres.password(database.user())));
        }
        return new PlatformFile(
                ProcessHandle.current().pid(),
                ports.url(Port.GATEWAY),
                console.map(Console::address).orElse(null),
                keycloak.issuer(),
                realm.users(),
                keycloak.clientSecrets(),
                numbers,
                new PlatformFile.Login(
                        keycloak.console().toString(), Keycloak.ADMINISTRATOR, keycloak.administratorPassword()),
                databases,
                new PlatformFile.Sandbox(sandbox.api(), sandbox.control(), sandbox.apiKey(), sandbox.orttoApiKey()),
                folder.logs().toString());
    }

    /** Stops everything, and removes all that was written but the logs. */
    @Override
    public synchronized void close() {
        if (closed || !created) {
            closed = true;
            return;
        }
        closed = true;
        PlatformFile.delete(workFolder);
        List<AutoCloseable> parts = new ArrayList<>(services.values());
        parts.addAll(List.of(sandbox, keycloak, gateway));
        console.ifPresent(parts::add);
        CompletableFuture.allOf(parts.stream().map(LocalPlatform::closing).toArray(CompletableFuture[]::new))
                .join();
        postgres.close();
        folder.close();
        ports.close();
    }

    private synchronized void create() {
        if (closed) {
            throw new PlatformFailure("The platform is stopping.");
        }
        List<String> conflicts = ports.conflicts();
        if (!conflicts.isEmpty()) {
            throw new PlatformFailure(String.join(System.lineSeparator(), conflicts));
        }
        folder.create();
        created = true;
        steps.say("Starting everything. Logs: " + folder.logs());
        if (console.isEmpty()) {
            steps.say(Console.WHY_NOT);
        }
        Logs.writeTo(folder);
        keycloak.create();
    }

    private static CompletableFuture<Void> closing(AutoCloseable part) {
        return StartUp.inBackground(() -> {
            try {
                part.close();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
    }
}
