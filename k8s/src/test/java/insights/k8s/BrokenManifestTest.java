package insights.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import insights.k8s.check.Check;
import insights.k8s.manifest.Kubectl;
import insights.k8s.manifest.Manifests;
import insights.k8s.manifest.Overlay;
import io.fabric8.zjsonpatch.JsonPatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every check refuses what it is there to refuse. A case is a file of {@code broken/<check>}: which objects of which overlay
 * are changed how, and a part of what the check then says.
 */
class BrokenManifestTest {

    /** With which the names of what kustomize generates end. */
    private static final String HASH = "(-[bcdfghkmt2456789]{10})?";

    private static final Path CASES = Path.of("src/test/resources/broken");

    @BeforeAll
    static void needsKubectl() {
        assumeTrue(Kubectl.isThere(), "The manifests were not tried: there is no kubectl, and no npm to get one with.");
    }

    static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRefused(Path file) throws IOException {
        JsonNode broken = Manifests.parse(Files.readString(file)).getFirst();
        Overlay overlay = new Overlay(broken.path("overlay").asText("production"));
        Check check = Check.all().stream()
                .filter(one -> one.title().equals(file.getParent().getFileName().toString()))
                .findFirst()
                .orElseThrow();

        List<JsonNode> documents = Manifests.parse(overlay.rendered());
        for (JsonNode change : broken.path("changes")) {
            documents = changed(documents, change);
        }

        assertThat(check.faults(Manifests.of(overlay, documents))).anySatisfy(fault -> assertThat(fault)
                .contains(broken.path("says").asText()));
    }

    private static List<JsonNode> changed(List<JsonNode> documents, JsonNode change) {
        List<JsonNode> after = new ArrayList<>();
        int changed = 0;
        for (JsonNode document : documents) {
            String name = document.path("kind").asText() + "/"
                    + document.at("/metadata/name").asText();
            if (name.matches(change.path("object").asText() + HASH)) {
                after.add(JsonPatch.apply(change.path("patch"), document));
                changed++;
            } else {
                after.add(document);
            }
        }
        assertThat(changed).as("objects that are changed").isEqualTo(1);
        return after;
    }

    @Test
    void everyCheckHasCases() throws IOException {
        List<String> tried = cases().stream()
                .map(file -> file.getParent().getFileName().toString())
                .distinct()
                .toList();
        assertThat(tried)
                .containsExactlyInAnyOrderElementsOf(
                        Check.all().stream().map(Check::title).toList());
    }
}
