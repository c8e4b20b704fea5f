package insights.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the overlay {@code production} asks of a scheduler and gets, on made-up nodes in two zones. */
@Order(2)
class ZonesTest {

    private static final String NAMESPACE = "insights";
    private static final String HERE = "--namespace=" + NAMESPACE;
    private static final Set<String> KINDS =
            Set.of("Namespace", "ServiceAccount", "Deployment", "PodDisruptionBudget", "ResourceQuota");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static Kubectl kubectl;
    private static FakeNodes nodes;

    @BeforeAll
    static void production() {
        kubectl = SharedCluster.get().kubectl();
        nodes = new FakeNodes(kubectl, NAMESPACE);
        Rendered production = Rendered.of(kubectl, SharedCluster.PROJECT.resolve("k8s/overlays/production"))
                .without(object -> !KINDS.contains(object.get("kind").textValue()))
                .tolerating(FakeNodes.TAINT);
        kubectl.runWith(production.list(), "apply", "--server-side", "--validate=strict", "--filename=-");
        await().atMost(PATIENCE).until(() -> everyServiceHas(2, nodes.pods()));
    }

    @AfterAll
    static void end() {
        kubectl.run("delete", "namespace", NAMESPACE, "--wait=false");
        await().atMost(PATIENCE).until(() -> nodes.pods().isEmpty() && gone());
        nodes.close();
    }

    @Test
    void thePodsOfAServiceAreInDifferentZones() {
        byService(nodes.pods())
                .forEach((service, pods) -> assertThat(pods.stream().map(FakeNodes::zone))
                        .as(service)
                        .containsExactlyInAnyOrder("zone-a", "zone-b"));
    }

    @Test
    void aSecondEvictionWaitsForTheFirst() {
        for (String service : LocalInstallation.SERVICES) {
            List<JsonNode> pods = byService(nodes.pods()).get(service);
            assertThat(Evictions.attempt(kubectl, pods.getFirst())).as(service).contains("Success");
            assertThat(Evictions.attempt(kubectl, pods.getLast())).as(service).contains("disruption budget");
        }
        await().atMost(PATIENCE).until(() -> everyServiceHas(2, nodes.pods()));
    }

    @Test
    void aRollOutAndBackHasNeverFewerThanTwo() {
        Set<String> before = revisions();
        LocalInstallation.SERVICES.forEach(service -> kubectl.run(HERE, "rollout", "restart", "deployment", service));
        rollOut();
        assertThat(revisions()).doesNotContainAnyElementsOf(before);
        LocalInstallation.SERVICES.forEach(service -> kubectl.run(HERE, "rollout", "undo", "deployment", service));
        rollOut();
        assertThat(revisions()).isEqualTo(before);
        thePodsOfAServiceAreInDifferentZones();
    }

    private static void rollOut() {
        await().atMost(PATIENCE).until(() -> {
            List<JsonNode> ready = nodes.pods();
            byService(ready)
                    .forEach((service, pods) -> assertThat(pods).as(service).hasSizeGreaterThanOrEqualTo(2));
            return everyServiceHas(2, ready)
                    && LocalInstallation.SERVICES.stream().allMatch(service -> kubectl.attempt(
                                    HERE, "rollout", "status", "deployment", service, "--watch=false")
                            .contains("successfully rolled out"));
        });
    }

    private static Set<String> revisions() {
        return nodes.pods().stream()
                .map(pod -> pod.at("/metadata/labels/pod-template-hash").textValue())
                .collect(Collectors.toSet());
    }

    private static boolean everyServiceHas(int number, List<JsonNode> pods) {
        Map<String, List<JsonNode>> services = byService(pods);
        return LocalInstallation.SERVICES.stream()
                .allMatch(service -> services.getOrDefault(service, List.of()).size() == number);
    }

    private static Map<String, List<JsonNode>> byService(List<JsonNode> pods) {
        return pods.stream()
                .collect(Collectors.groupingBy(pod ->
                        pod.at("/metadata/labels").get("app.kubernetes.io/name").textValue()));
    }

    private static boolean gone() {
        return kubectl.attempt("get", "namespace", NAMESPACE, "--ignore-not-found")
                .isEmpty();
    }
}
