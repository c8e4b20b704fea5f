package insights.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The init container by itself, and the service without it, on a database that is new. */
@Order(4)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MigrationTest {

    private static final String NAMESPACE = "--namespace=" + LocalInstallation.NAMESPACE;
    private static final String DATABASE = "jdbc:postgresql://fresh-database:5432/segment";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Kubectl kubectl = SharedCluster.get().kubectl();

    /** A second one of segment-service's, which nobody has migrated. */
    @BeforeAll
    static void freshDatabase() {
        SharedCluster.installation();
        Kubectl kubectl = SharedCluster.get().kubectl();
        for (String kind : List.of("statefulset", "service", "networkpolicy")) {
            String text = kubectl.run(NAMESPACE, "get", kind, "segment-database", "--output=json");
            JsonNode copy = read(text.replace("\"segment-database\"", "\"fresh-database\""));
            ((ObjectNode) copy).remove("status");
            ((ObjectNode) copy.get("metadata"))
                    .remove(List.of("uid", "resourceVersion", "managedFields", "generation"));
            if (kind.equals("service")) {
                ((ObjectNode) copy.get("spec")).remove(List.of("clusterIP", "clusterIPs"));
            }
            kubectl.runWith(copy.toString(), "apply", "--filename=-");
        }
        kubectl.run(NAMESPACE, "rollout", "status", "statefulset", "fresh-database", "--timeout=3m");
    }

    @AfterEach
    void remove() {
        kubectl.run(
                NAMESPACE, "delete", "pod,secret", "--selector=test=migration", "--wait=false", "--ignore-not-found");
    }

    @Test
    @Order(1)
    void theServiceAloneSaysThatItWaits() {
        begin("waiting", pod -> pod.remove("initContainers"));
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(logs("waiting")).containsIgnoringCase("migrat"));
        assertThat(pod("waiting").at("/status/containerStatuses/0/ready").booleanValue())
                .isFalse();
        assertThat(pod("waiting").at("/status/containerStatuses/0/restartCount").intValue())
                .isZero();
    }

    @Test
    @Order(2)
    void aWrongPasswordEndsItInWords() {
        kubectl.runWith("""
                apiVersion: v1
                kind: Secret
                metadata: {name: wrong-owner, labels: {test: migration}}
                stringData:
                  application.properties: |
                    quarkus.flyway.username=segment_owner
                    quarkus.flyway.password=wrong
                """, NAMESPACE, "apply", "--filename=-");
        begin("wrong", pod -> {
            migrateAlone(pod);
            for (JsonNode volume : pod.get("volumes")) {
                if (volume.get("name").textValue().equals("owner")) {
                    ((ObjectNode) volume.get("secret")).put("secretName", "wrong-owner");
                }
            }
        });
        assertThat(exit("wrong")).isNotZero();
        assertThat(logs("wrong")).contains("password authentication failed");
    }

    @Test
    @Order(3)
    void threeAtOnceMigrateOnce() {
        List<String> three = List.of("one", "two", "three");
        three.forEach(name -> begin(name, pod -> migrateAlone(pod)));
        assertThat(three)
                .allSatisfy(name -> assertThat(exit(name)).as(logs(name)).isZero());
        assertThat(three.stream().filter(name -> logs(name).contains("Successfully applied")))
                .hasSize(1);
    }

    @Test
    @Order(4)
    void afterItTheServiceIsReady() {
        begin("ready", pod -> pod.remove("initContainers"));
        await().atMost(Duration.ofMinutes(2))
                .until(() ->
                        pod("ready").at("/status/containerStatuses/0/ready").booleanValue());
    }

    /** The pod of segment-service with its database changed, and whatever else. */
    private void begin(String name, java.util.function.Consumer<ObjectNode> change) {
        JsonNode deployment = kubectl.json(NAMESPACE, "get", "deployment", "segment-service");
        ObjectNode spec = deployment.at("/spec/template/spec").deepCopy();
        for (String kind : List.of("initContainers", "containers")) {
            ((ArrayNode) spec.at("/" + kind + "/0/env"))
                    .addObject()
                    .put("name", "QUARKUS_DATASOURCE_JDBC_URL")
                    .put("value", DATABASE);
        }
        spec.put("restartPolicy", "Never");
        change.accept(spec);
        ObjectNode pod = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "Pod");
        // Named like the service for the policies, but no pod that its Service leads to.
        pod.putObject("metadata")
                .put("name", "migration-" + name)
                .putObject("labels")
                .put("app.kubernetes.io/name", "segment-service")
                .put("app.kubernetes.io/part-of", "insights")
                .put("test", "migration");
        pod.set("spec", spec);
        kubectl.runWith(pod.toString(), NAMESPACE, "create", "--filename=-");
    }

    private static void migrateAlone(ObjectNode spec) {
        spec.set("containers", spec.remove("initContainers"));
    }

    private int exit(String name) {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> pod(name).at("/status/containerStatuses/0/state").has("terminated"));
        return pod(name)
                .at("/status/containerStatuses/0/state/terminated/exitCode")
                .intValue();
    }

    private String logs(String name) {
        return kubectl.attempt(NAMESPACE, "logs", "migration-" + name);
    }

    private JsonNode pod(String name) {
        return kubectl.json(NAMESPACE, "get", "pod", "migration-" + name);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
