package insights.platform.soak;

import insights.platform.Build;
import insights.platform.LocalPlatform;
import insights.platform.console.Steps;
import insights.platform.http.ApiClient;
import insights.platform.port.Ports;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** A platform of its own, and what happened on it. */
final class Stage implements AutoCloseable {

    /** Runs are tried again within the time that the play waits for their ends, however often a neighbour dies. */
    private static final Map<String, String> VARIABLES =
            Map.of("INSIGHTS_RUNS_RETRY_DELAYS", "5s,10s,20s,30s,30s,30s,30s,30s");

    private final LocalPlatform platform;
    private final Report report = new Report();

    private Stage(LocalPlatform platform) {
        this.platform = platform;
    }

    static Stage set() {
        Build build = Build.ofThisProject();
        Steps quiet = new Steps(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        LocalPlatform platform = new LocalPlatform(
                build,
                Ports.freeExcept(Map.of()),
                build.root().resolve("local-platform/target/soak"),
                quiet,
                VARIABLES);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        platform.start();
        return new Stage(platform);
    }

    LocalPlatform platform() {
        return platform;
    }

    Report report() {
        return report;
    }

    Asking as(String user) {
        return new Asking(platform, user, report);
    }

    ApiClient control() {
        return ApiClient.withHeader(platform.sandbox().control(), "Accept", "application/json");
    }

    /** The API key of a new account. */
    String newAccount() {
        String apiKey = UUID.randomUUID().toString().replace("-", "");
        control()
                .post("/accounts", Map.of("apiKey", apiKey, "ratePerSecond", 0))
                .succeeded();
        return apiKey;
    }

    @Override
    public void close() {
        platform.close();
    }
}
