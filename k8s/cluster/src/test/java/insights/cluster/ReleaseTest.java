package insights.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A release with one more migration, in the middle of a run, and back to the one before on the database of the later. */
@Order(5)
class ReleaseTest {

    private static final String NAMESPACE = "--namespace=" + LocalInstallation.NAMESPACE;
    private static final String SERVICE = "export-service";
    private static final String MIGRATIONS = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: later-migrations}
            data:
              V9001__of_a_later_release.sql: |
                create table later_release (id bigint primary key);
                alter table run add column later_release text;
            """;

    private final LocalInstallation installation = SharedCluster.installation();
    private final Kubectl kubectl = SharedCluster.get().kubectl();

    @AfterEach
    void asItWas() throws SQLException {
        try (Database database = new Database(kubectl, "export")) {
            database.execute("drop table if exists later_release");
            database.execute("alter table run drop column if exists later_release");
            database.execute("delete from flyway_schema_history where version = '9001'");
        }
        kubectl.run(NAMESPACE, "delete", "configmap", "later-migrations", "--ignore-not-found");
    }

    @Test
    void aLaterReleaseAndBackLosesNoRequestAndNoRun() throws SQLException {
        kubectl.runWith(MIGRATIONS, NAMESPACE, "apply", "--filename=-");
        kubectl.run(NAMESPACE, "scale", "deployment", SERVICE, "--replicas=2");
        rolledOut();
        Cohort cohort = new Cohort(installation, "release", 1800, 8);
        cohort.begin();
        try (Load load = new Load(installation.as("admin"));
                Database database = new Database(kubectl, "export")) {
            kubectl.run(NAMESPACE, "patch", "deployment", SERVICE, "--type=json", "--patch=" + laterRelease());
            rolledOut();
            // It is there, and has been used: the later release's column.
            database.execute("update run set later_release = 'seen'");
            kubectl.run(NAMESPACE, "rollout", "undo", "deployment", SERVICE);
            rolledOut();
            assertThat(installation.pods(SERVICE)).allSatisfy(pod -> {
                assertThat(pod.at("/spec/volumes").toString()).doesNotContain("later-migrations");
                assertThat(logs(pod)).doesNotContain("9001");
            });
            load.lostNothing("a later release and back");
        }
        // Each of the four pods that ended may have had it.
        cohort.endsExactly(4);
    }

    private void rolledOut() {
        kubectl.run(NAMESPACE, "rollout", "status", "deployment", SERVICE, "--timeout=8m");
        await().atMost(Duration.ofMinutes(3))
                .until(() -> kubectl.json(NAMESPACE, "get", "pods", "--selector=app.kubernetes.io/name=" + SERVICE)
                                .get("items")
                                .size()
                        == 2);
    }

    private String logs(JsonNode pod) {
        return kubectl.run(NAMESPACE, "logs", pod.at("/metadata/name").textValue(), "--all-containers");
    }

    /** The same program with one migration more, as patches of its Deployment. */
    private static String laterRelease() {
        ArrayNode patch = new ObjectMapper().createArrayNode();
        ObjectNode volume = add(patch, "/spec/template/spec/volumes/-").putObject("value");
        volume.put("name", "later-migrations").putObject("configMap").put("name", "later-migrations");
        add(patch, "/spec/template/spec/initContainers/0/volumeMounts/-")
                .putObject("value")
                .put("name", "later-migrations")
                .put("mountPath", "/later");
        add(patch, "/spec/template/spec/initContainers/0/env/-")
                .putObject("value")
                .put("name", "QUARKUS_FLYWAY_LOCATIONS")
                .put("value", "db/migration,filesystem:/later");
        return patch.toString();
    }

    private static ObjectNode add(ArrayNode patch, String path) {
        return patch.addObject().put("op", "add").put("path", path);
    }
}
