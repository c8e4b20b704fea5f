package insights.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The images that are in the cluster. */
@Order(2)
class ImagesTest {

    /** Whoever builds a commit twice on a machine has the same image twice. */
    @Test
    void theSamePartsGiveTheSameDigest() {
        String name = "segment-service";
        assertThat(build(name)).isEqualTo(build(name)).contains("sha256:");
    }

    @Test
    void theyRunAsWhoTheySayAndNothingIsWritable() {
        LocalInstallation installation = SharedCluster.installation();
        for (String service : LocalInstallation.SERVICES) {
            JsonNode pod = installation.pods(service).getFirst();
            long process = PodProcesses.of(pod).of(pod, service).getFirst();
            assertThat(Program.said(List.of("stat", "--format=%u:%g", "/proc/" + process)))
                    .isEqualTo("10001:10001");
            assertThat(Program.said(List.of("grep", " / ", "/proc/" + process + "/mounts")))
                    .contains(" ro,");
            assertThat(Program.said(List.of("ls", "/proc/" + process + "/root/usr/share/sbom")))
                    .contains("base.cdx.json", "java.cdx.json", service + ".cdx.json");
        }
    }

    private static String build(String name) {
        return Program.said(
                List.of(SharedCluster.PROJECT.resolve("k8s/images/build").toString(), name));
    }
}
