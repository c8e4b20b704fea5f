package insights.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import insights.k8s.check.Check;
import insights.k8s.manifest.Kubectl;
import insights.k8s.manifest.Manifests;
import insights.k8s.manifest.Overlay;
import insights.k8s.manifest.Project;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every overlay, and every component with the base, is as it must be. */
class OverlayTest {

    @BeforeAll
    static void needsKubectl() {
        assumeTrue(Kubectl.isThere(), "The manifests were not tried: there is no kubectl, and no npm to get one with.");
    }

    static List<Overlay> overlays() {
        return Overlay.all();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void isAsItMustBe(Overlay overlay) {
        Manifests manifests = Manifests.of(overlay);
        assertThat(manifests.services())
                .extracting("name")
                .contains("destination-service", "segment-service", "export-service", "console");
        for (Check check : Check.all()) {
            assertThat(check.faults(manifests))
                    .as("%s: %s", overlay, check.title())
                    .isEmpty();
        }
    }

    @Test
    void thereAreTheOverlaysAndComponentsThatTheReadmeNames() {
        String readme = Project.text("k8s/README.md");
        assertThat(overlays())
                .extracting(Overlay::name)
                .contains("local", "production")
                .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }
}
