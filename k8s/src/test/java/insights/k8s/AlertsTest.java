package insights.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import insights.k8s.manifest.Manifests;
import insights.k8s.manifest.Program;
import insights.k8s.manifest.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The alerts come when they are to come and at no other time, by Prometheus's own tester. */
class AlertsTest {

    private static final String CASES = "k8s/src/test/resources/alerts/alerts.yaml";
    private static final Path FOLDER = Path.of("target", "alerts");

    @BeforeEach
    void writeRules() throws IOException {
        JsonNode rule = Manifests.parse(Project.text("k8s/components/prometheus/alerts.yaml"))
                .getFirst();
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("rules.yaml"), Manifests.yaml(rule.path("spec")));
        Files.writeString(FOLDER.resolve("alerts.yaml"), Project.text(CASES));
    }

    @Test
    void comeWhenTheyAreToCome() {
        assumeTrue(
                Program.run(FOLDER, List.of("promtool", "--version")).status() == 0,
                "The alerts were not tried: there is no promtool (Debian's package prometheus).");
        Program.Result result = Program.run(FOLDER, List.of("promtool", "test", "rules", "alerts.yaml"));
        assertThat(result.status()).as(result.printed()).isZero();
    }

    /** What is never expected, or always, is not tried. */
    @Test
    void eachIsTriedBothWays() throws IOException {
        Set<String> all = new TreeSet<>(Manifests.parse(Files.readString(FOLDER.resolve("rules.yaml")))
                .getFirst()
                .findValuesAsText("alert"));
        Set<String> come = new TreeSet<>();
        Set<String> stay = new TreeSet<>();
        for (JsonNode test : Manifests.parse(Project.text(CASES)).getFirst().path("tests")) {
            test.path("alert_rule_test").forEach(one -> (one.path("exp_alerts").isEmpty() ? stay : come)
                    .add(one.path("alertname").asText()));
        }
        assertThat(all).hasSizeGreaterThan(10);
        assertThat(come).isEqualTo(all);
        assertThat(stay).isEqualTo(all);
    }
}
