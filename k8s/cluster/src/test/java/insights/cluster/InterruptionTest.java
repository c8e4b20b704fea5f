package insights.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.http.ApiClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a run and those who ask meanwhile notice of whatever happens to pods: nothing, or as little as can be. */
@Order(3)
class InterruptionTest {

    private static final int PEOPLE = 900;
    private static final int RATE = 10;

    /** After so long nobody is sent to a pod that died: it is not ready, and the next look at it says so. */
    private static final Duration NOTICED = Duration.ofSeconds(30);

    private static final String NAMESPACE = "--namespace=" + LocalInstallation.NAMESPACE;

    private final LocalInstallation installation = SharedCluster.installation();
    private final Kubectl kubectl = SharedCluster.get().kubectl();

    @BeforeAll
    static void twoOfEach() {
        Kubectl kubectl = SharedCluster.get().kubectl();
        LocalInstallation.SERVICES.forEach(
                service -> kubectl.run(NAMESPACE, "scale", "deployment", service, "--replicas=2"));
        LocalInstallation.SERVICES.forEach(
                service -> kubectl.run(NAMESPACE, "rollout", "status", "deployment", service, "--timeout=5m"));
    }

    @Test
    void aRollOutOfEverythingLosesNoRequestAndNoRun() {
        Cohort cohort = new Cohort(installation, "rollout", PEOPLE, RATE);
        cohort.begin();
        try (Load load = new Load(installation.as("admin"))) {
            LocalInstallation.SERVICES.forEach(
                    service -> kubectl.run(NAMESPACE, "rollout", "restart", "deployment", service));
            LocalInstallation.SERVICES.forEach(
                    service -> kubectl.run(NAMESPACE, "rollout", "status", "deployment", service, "--timeout=8m"));
            await().atMost(Duration.ofMinutes(3)).until(() -> ended());
            load.lostNothing("a roll-out of everything");
        }
        // Twice at most: by the first pod that ends to the second old one, and from that to a new one.
        cohort.endsExactly(2);
    }

    @Test
    void aPodThatIsKilledCostsNoRunAndLittleElse() {
        Cohort cohort = new Cohort(installation, "killed", PEOPLE, RATE);
        cohort.begin();
        try (Load load = new Load(installation.as("admin"))) {
            Instant killed = Instant.now();
            for (String service : LocalInstallation.SERVICES) {
                kill(installation.pods(service));
            }
            cohort.endsExactly(2);
            assertThat(cohort.end()).isAfter(killed);
            // Those that were under way, and those that came until nobody was sent there any more.
            load.lostNothingAfter(killed.plus(NOTICED), "a killed container of each");
        }
    }

    @Test
    void aNodeThatIsDrainedCostsNoRequestAndNoRun() {
        // Evictions of one pod after the other, as a drain does them: the budget lets no second one go before the first
        // is back.
        Cohort cohort = new Cohort(installation, "drained", PEOPLE, RATE);
        cohort.begin();
        try (Load load = new Load(installation.as("admin"))) {
            for (String service : LocalInstallation.SERVICES) {
                List<JsonNode> pods = installation.pods(service);
                assertThat(Evictions.attempt(kubectl, pods.getFirst())).contains("Success");
                assertThat(Evictions.attempt(kubectl, pods.getLast())).contains("disruption budget");
            }
            LocalInstallation.SERVICES.forEach(
                    service -> kubectl.run(NAMESPACE, "rollout", "status", "deployment", service, "--timeout=5m"));
            await().atMost(Duration.ofMinutes(3)).until(() -> ended());
            load.lostNothing("an eviction of each");
        }
        cohort.endsExactly(2);
    }

    @Test
    void aDatabaseThatIsKilledCostsNoRun() {
        Cohort cohort = new Cohort(installation, "database", PEOPLE, RATE);
        cohort.begin();
        for (String database : List.of("export-database", "segment-database", "destination-database")) {
            kubectl.run(NAMESPACE, "delete", "pod", database + "-0", "--grace-period=0", "--force");
        }
        cohort.endsExactly(4);
        ApiClient admin = installation.as("admin");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> admin.get("/connections").status() == 200);
    }

    private static void kill(List<JsonNode> pods) {
        JsonNode pod = pods.getFirst();
        String container =
                pod.at("/metadata/labels").get("app.kubernetes.io/name").textValue();
        PodProcesses.of(pod).of(pod, container).forEach(process -> ProcessHandle.of(process)
                .ifPresent(ProcessHandle::destroyForcibly));
    }

    /** Whether no pod is on its way out any more. */
    private boolean ended() {
        return !kubectl.run(
                        NAMESPACE,
                        "get",
                        "pods",
                        "--selector=app.kubernetes.io/component=api",
                        "--output=jsonpath={.items[*].metadata.deletionTimestamp}")
                .contains("Z");
    }
}
