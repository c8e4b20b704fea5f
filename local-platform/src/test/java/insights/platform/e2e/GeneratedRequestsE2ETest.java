package insights.platform.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import insights.platform.port.Port;
import insights.platform.services.Service;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Requests generated from the committed API descriptions, valid ones and invalid ones, find nothing. Some seconds for all three
 * services at once. After all others, whose exports and connections they may remove, but before the search for API keys.
 */
@Order(Integer.MAX_VALUE - 1)
@ExtendWith(SharedPlatform.class)
class GeneratedRequestsE2ETest {

    private static final String PYTHON_3_10 = "import sys, venv; sys.exit(sys.version_info < (3, 10))";

    private static final String SECONDS = "20";
    private static final String SEED = "20260101";

    private static Tool schemathesis;

    @BeforeAll
    static void install() throws Exception {
        assumeTrue(
                Tool.works("python3", "-c", PYTHON_3_10),
                "No requests were generated: there is no Python 3.10 or later with venv.");
        schemathesis = Tool.withFilesOf("schemathesis");
        if (!Files.exists(schemathesis.folder().resolve("venv/bin/st"))) {
            schemathesis.run("python3", "-m", "venv", "venv");
            schemathesis.run("venv/bin/python", "-m", "pip", "install", "--quiet", "--requirement", "requirements.txt");
        }
    }

    /** Case D17. */
    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    @Timeout(300)
    void findNothing(Service service, Workbench workbench) throws Exception {
        schemathesis.run(
                Map.of("NO_COLOR", "1"),
                List.of(
                        "venv/bin/st",
                        "run",
                        Tool.description(service.title()).toString(),
                        "--url=" + workbench.platform().ports().url(Port.GATEWAY),
                        "--header=Authorization: Bearer " + workbench.platform().signIn("admin"),
                        "--checks=all",
                        "--phases=examples,coverage,fuzzing,stateful",
                        "--max-examples=10",
                        "--max-time=" + SECONDS,
                        "--request-timeout=60",
                        "--seed=" + SEED,
                        "--warnings=off"));
    }
}
