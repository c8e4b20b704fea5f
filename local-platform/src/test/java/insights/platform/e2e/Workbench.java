package insights.platform.e2e;

import insights.platform.Build;
import insights.platform.LocalPlatform;
import insights.platform.console.Steps;
import insights.platform.demo.AutopilotAccount;
import insights.platform.demo.MainJob;
import insights.platform.http.Answer;
import insights.platform.http.ApiClient;
import insights.platform.port.Port;
import insights.platform.port.Ports;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A running platform on free ports, and what a test needs to work with it. */
public final class Workbench implements AutoCloseable {

    /** An address at which nobody answers, on which the services may try all the same. */
    public static final String UNREACHABLE = "http://localhost:1/v1";

    private final LocalPlatform platform;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private final List<String> apiKeys = new CopyOnWriteArrayList<>();

    private final ByteArrayOutputStream said;

    private Workbench(LocalPlatform platform, ByteArrayOutputStream said) {
        this.platform = platform;
        this.said = said;
    }

    static Workbench start() {
        Build build = Build.ofThisProject();
        Ports ports = Ports.freeExcept(Map.of());
        Map<String, String> variables = Map.of(
                "QUARKUS_LOG_LEVEL", "DEBUG",
                // Keys that Keycloak withdraws count no longer than that.
                "INSIGHTS_IDENTITY_KEYS", "2s",
                "INSIGHTS_EXPORT_USERS_EVERY", "2s",
                "INSIGHTS_AUTOPILOT_ALLOWED_ENDPOINTS", ports.url(Port.SANDBOX) + "/v1," + UNREACHABLE,
                // A run of a worker that died is taken over so much later.
                "INSIGHTS_RUNS_LEASE", "4s",
                "INSIGHTS_RUNS_RENEW", "1s");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Steps quiet = new Steps(new PrintStream(said, true, StandardCharsets.UTF_8));
        LocalPlatform platform =
                new LocalPlatform(build, ports, build.root().resolve("local-platform/target/e2e"), quiet, variables);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        platform.start();
        return new Workbench(platform, said);
    }

    public LocalPlatform platform() {
        return platform;
    }

    /** What the platform told the person who started it. */
    public String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /** The API, called by a person who signed in once for all tests. */
    public ApiClient as(String user) {
        return withToken(tokens.computeIfAbsent(user, platform::signIn));
    }

    /** The API, called by a person who signs in now. */
    public ApiClient asJustSignedIn(String user) {
        return withToken(platform.signIn(user));
    }

    /** The API, called with any token. */
    public ApiClient withToken(String token) {
        return platform.api(token).witnessedBy(answers::add);
    }

    /** What people do, done by the administrator and the contributor. */
    public MainJob job() {
        return new MainJob(asJustSignedIn("admin"), as("contributor"));
    }

    /** A new account at Autopilot, and its API key. */
    public String newAccount(int ratePerSecond) {
        String key = UUID.randomUUID().toString().replace("-", "");
        ApiClient.withHeader(platform.sandbox().control(), "Accept", "application/json")
                .post("/accounts", Map.of("apiKey", key, "ratePerSecond", ratePerSecond))
                .succeeded();
        apiKeys.add(key);
        return key;
    }

    /** An account, looked into. */
    public AutopilotAccount account(String apiKey) {
        return new AutopilotAccount(platform.sandbox(), apiKey);
    }

    /** Imports customers who all have {@code cohort} set to a name of the test, and returns a segment of them. */
    public String refreshedSegment(String cohort, String csv) {
        job().importCustomers(csv);
        String segment = job().makeSegment(cohort, Map.of("field", "cohort", "op", "eq", "value", cohort));
        job().refresh();
        return segment;
    }

    /** Where a service tells its health and metrics. */
    public URI management(Port port) {
        return platform.ports().url(port);
    }

    /** All answers of the API that any test saw. */
    List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** All API keys that any test gave to the services. */
    List<String> apiKeys() {
        return List.copyOf(apiKeys);
    }

    @Override
    public void close() {
        platform.close();
    }
}
