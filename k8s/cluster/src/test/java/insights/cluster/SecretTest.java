package insights.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A password that is rotated as {@code k8s/README.md} says: nobody notices, and from then on only the new one is good. */
@Order(6)
class SecretTest {

    private static final String NAMESPACE = "--namespace=" + LocalInstallation.NAMESPACE;
    private static final String SERVICE = "segment-service";
    private static final String ROLE = "segment_service";
    private static final String FILE = "application.properties";
    private static final String OLD = "made-up-segment-service";
    private static final String NEW = "made-up-and-rotated";

    private final LocalInstallation installation = SharedCluster.installation();
    private final Kubectl kubectl = SharedCluster.get().kubectl();

    @Test
    void aRotatedPasswordTakesEffectWithTheNextRollOut() throws SQLException {
        twoOfThem();
        try (Database database = new Database(kubectl, "segment");
                Load load = new Load(installation.as("admin"))) {
            rotate(database, OLD, NEW);
            load.lostNothing("a rotated password");
            assertThat(database.lets(ROLE, NEW)).isTrue();
            assertThat(database.lets(ROLE, OLD)).isFalse();
            // For the tests that follow.
            rotate(database, NEW, OLD);
        }
    }

    private void twoOfThem() {
        kubectl.run(NAMESPACE, "scale", "deployment", SERVICE, "--replicas=2");
        rollOut();
    }

    private void rotate(Database database, String from, String to) throws SQLException {
        database.execute("alter role %s password '%s'".formatted(ROLE, to));
        String name = secret();
        JsonNode secret = kubectl.json(NAMESPACE, "get", "secret", name);
        String text = new String(
                Base64.getDecoder().decode(secret.at("/data").get(FILE).textValue()), StandardCharsets.UTF_8);
        assertThat(text).contains("=" + from);
        String patch = new ObjectMapper()
                .valueToTree(Map.of("stringData", Map.of(FILE, text.replace("=" + from, "=" + to))))
                .toString();
        kubectl.run(NAMESPACE, "patch", "secret", name, "--patch=" + patch);
        kubectl.run(NAMESPACE, "rollout", "restart", "deployment", SERVICE);
        rollOut();
    }

    private void rollOut() {
        kubectl.run(NAMESPACE, "rollout", "status", "deployment", SERVICE, "--timeout=8m");
    }

    /** Its name has a hash at its end. */
    private String secret() {
        JsonNode volumes = kubectl.json(NAMESPACE, "get", "deployment", SERVICE).at("/spec/template/spec/volumes");
        for (JsonNode volume : volumes) {
            if (volume.get("name").textValue().equals("secret")) {
                return volume.at("/secret/secretName").textValue();
            }
        }
        throw new AssertionError("no secret among " + volumes);
    }
}
