package insights.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.platform.port.Port;
import insights.platform.services.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A TypeScript client generated from the committed API descriptions compiles in strict mode, and does a job. */
@ExtendWith(SharedPlatform.class)
class TypeScriptClientE2ETest {

    private static final String COHORT = "typescript";
    private static final String NODE_20 = "process.exit(process.versions.node.split('.')[0] >= 20 ? 0 : 1)";

    @Test
    @Timeout(300)
    void makesASegmentAnExportAndARun(Workbench workbench) throws Exception {
        assumeTrue(Tool.works("node", "-e", NODE_20), "The client was not tried: there is no Node 20 or later.");
        Tool client = Tool.withFilesOf("typescript");
        client.run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
        for (Service service : Service.values()) {
            String description = Tool.description(service.title()).toString();
            client.run("npx", "--no-install", "openapi-typescript", description, "--output", service.title() + ".ts");
        }
        client.run("npx", "--no-install", "tsc", "--project", ".");

        workbench.job().importCustomers("customer_id,email,cohort\nt-1,t1@example.com,typescript\nt-2,,typescript\n");
        String apiKey = workbench.newAccount(100);
        String printed = client.run(
                Map.of(
                        "GATEWAY",
                                workbench.platform().ports().url(Port.GATEWAY).toString(),
                        "TOKEN", workbench.platform().signIn("contributor"),
                        "CONNECTION", workbench.job().connect(COHORT, apiKey, 100),
                        "COHORT", COHORT),
                List.of("node", "out/job.js"));

        JsonNode run = new ObjectMapper().readTree(printed);
        assertThat(run.get("status").textValue()).isEqualTo("COMPLETED_WITH_WARNINGS");
        assertThat(run.get("contacts").intValue()).isEqualTo(1);
        assertThat(workbench.account(apiKey).contacts()).containsOnlyKeys("t1@example.com");
    }
}
