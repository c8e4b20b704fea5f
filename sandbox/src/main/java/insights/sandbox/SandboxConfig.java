package insights.sandbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the sandbox is started. The API's own address is {@code quarkus.http.host} and {@code quarkus.http.port}. */
@ConfigMapping(prefix = "sandbox")
public interface SandboxConfig {

    /** The key of the ready account at Autopilot; when there is none, nor {@link #accounts()}, one is made up and logged. */
    Optional<String> apiKey();

    /** Keys of further ready accounts at Autopilot. */
    Optional<List<String>> accounts();

    /** What ready accounts, and new ones that do not say otherwise, may send; 0: no limit. */
    @WithDefault("5")
    int ratePerSecond();

    /** How many contacts ready accounts, and new ones that do not say otherwise, may have; 0: no limit. */
    @WithDefault("0")
    int maxContacts();

    /** A file to be written once both ports are open: {@code {"api":8090,"control":8091}}; removed at the end. */
    Optional<Path> portsFile();

    /** Before an event is posted again to a hook that did not take it; grows with each attempt. */
    @WithDefault("1s")
    Duration hookRetryPause();

    Control control();

    Ortto ortto();

    /** Where the control plane listens: never at the API's port. */
    interface Control {

        @WithDefault("127.0.0.1")
        String host();

        /** 0: a free one. */
        @WithDefault("8091")
        int port();
    }

    /** Accounts at Ortto, where they differ from those at Autopilot. */
    interface Ortto {

        /** The key of the ready account at Ortto; when there is none, one is made up and logged. */
        Optional<String> apiKey();

        /** As {@link SandboxConfig#ratePerSecond()}: Ortto's smallest paid plan allows 10 (help.ortto.com a-235). */
        @WithDefault("10")
        int ratePerSecond();

        /** Where the ready account is, and new ones that do not say otherwise: GLOBAL, AU or EU. */
        @WithDefault("GLOBAL")
        String region();
    }
}
