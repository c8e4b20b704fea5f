package insights.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A roll-back: a later release has migrated the database in the middle of a run, and pods of this one go on working, and begin
 * anew, on what it left.
 */
@Order(5)
class ReleaseTest {

    private static final String NAMESPACE = "--namespace=" + LocalInstallation.NAMESPACE;
    private static final String SERVICE = "export-service";
    private static final String VERSION = "9001";

    private final LocalInstallation installation = SharedCluster.installation();
    private final Kubectl kubectl = SharedCluster.get().kubectl();

    @Test
    void whatALaterReleaseMigratedIsWorkedOn() throws SQLException {
        kubectl.run(NAMESPACE, "scale", "deployment", SERVICE, "--replicas=2");
        rolledOut();
        Cohort cohort = new Cohort(installation, "release", 900, 8);
        cohort.begin();
        try (Database database = new Database(kubectl, "export")) {
            migrateAsALaterRelease(database);
        }
        try (Load load = new Load(installation.as("admin"))) {
            kubectl.run(NAMESPACE, "rollout", "restart", "deployment", SERVICE);
            rolledOut();
            assertThat(installation.pods(SERVICE))
                    .allSatisfy(pod -> assertThat(logs(pod)).doesNotContain(VERSION));
            load.lostNothing("a roll-back");
        }
        cohort.endsExactly(2);
    }

    /** As migrations are: they only add. */
    private static void migrateAsALaterRelease(Database database) throws SQLException {
        database.execute("create table if not exists later_release (id bigint primary key)");
        database.execute("alter table run add column if not exists later_release text");
        database.execute("""
                insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                    installed_by, execution_time, success)
                select max(installed_rank) + 1, '%s', 'of a later release', 'SQL', 'V%s__of_a_later_release.sql', 1,
                    'export_owner', 1, true from flyway_schema_history
                """.formatted(VERSION, VERSION));
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
        return kubectl.run(NAMESPACE, "logs", pod.at("/metadata/name").textValue());
    }
}
