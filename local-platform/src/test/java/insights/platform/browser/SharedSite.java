package insights.platform.browser;

import com.microsoft.playwright.Playwright;
import insights.platform.Build;
import insights.platform.LocalPlatform;
import insights.platform.console.Steps;
import insights.platform.port.Ports;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;

/** Starts a platform for the browser's tests. */
final class SharedSite {

    private SharedSite() {}

    static Site start() {
        Build build = Build.ofThisProject();
        Steps quiet = new Steps(new PrintStream(OutputStream.nullOutputStream()));
        LocalPlatform platform = new LocalPlatform(
                build,
                Ports.freeExcept(Map.of()),
                build.root().resolve("local-platform/target/browser"),
                quiet,
                // A run of a worker that died is taken over so much later.
                Map.of("INSIGHTS_RUNS_LEASE", "4s", "INSIGHTS_RUNS_RENEW", "1s"));
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        platform.start();
        Playwright playwright = Chromium.playwright();
        return new Site(platform, platform.console().orElseThrow().address(), Chromium.start(playwright), () -> {
            playwright.close();
            platform.close();
        });
    }
}
