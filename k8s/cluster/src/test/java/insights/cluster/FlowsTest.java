package insights.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Every way from every pod to every port, by packets: those that are wanted are open, all others are shut. Each port has
 * somebody who listens, so that a way that is shut was shut by a policy.
 */
@Order(2)
class FlowsTest {

    private static final String DNS = "DNS";

    /** Who may reach what; what is not here must not be open. */
    private static final Map<String, Set<String>> WANTED = Map.ofEntries(
            Map.entry(
                    "destination-service",
                    Set.of(DNS, "export-service", "destination-database", "keycloak", "sandbox", "internet")),
            Map.entry("segment-service", Set.of(DNS, "export-service", "segment-database", "keycloak")),
            Map.entry(
                    "export-service",
                    Set.of(
                            DNS,
                            "destination-service",
                            "segment-service",
                            "export-database",
                            "keycloak",
                            "sandbox",
                            "internet")),
            Map.entry("console", Set.of(DNS, "destination-service", "segment-service", "export-service", "keycloak")),
            Map.entry("gateway", Set.of(DNS, "destination-service", "segment-service", "export-service", "console")),
            Map.entry("keycloak", Set.of(DNS)),
            Map.entry("sandbox", Set.of(DNS)),
            Map.entry("destination-database", Set.of(DNS)),
            Map.entry("segment-database", Set.of(DNS)),
            Map.entry("export-database", Set.of(DNS)),
            Map.entry(
                    "elsewhere",
                    Set.of(DNS, "gateway", "keycloak", "internet", "private network", "metadata of the cloud")),
            Map.entry(
                    "gateways",
                    Set.of(
                            DNS,
                            "gateway",
                            "keycloak",
                            "destination-service",
                            "segment-service",
                            "export-service",
                            "console",
                            "internet",
                            "private network",
                            "metadata of the cloud")),
            Map.entry(
                    "monitoring",
                    Set.of(
                            DNS,
                            "gateway",
                            "keycloak",
                            "management of destination-service",
                            "management of segment-service",
                            "management of export-service",
                            "management of console",
                            "internet",
                            "private network",
                            "metadata of the cloud")));

    private static final Map<String, Integer> PORTS = Map.of(
            "destination-service", 8081,
            "segment-service", 8082,
            "export-service", 8083,
            "console", 8084,
            "gateway", 8080,
            "keycloak", 8080,
            "sandbox", 8090,
            "destination-database", 5432,
            "segment-database", 5432,
            "export-database", 5432);

    private static final Map<String, String> OUTSIDE = Map.of(
            "internet", "198.51.100.7 443",
            "private network", "172.30.0.7 443",
            "metadata of the cloud", "169.254.169.254 443");

    /** Somebody elsewhere, in the namespace of whoever sends requests or reads metrics, and the rest of the world. */
    private static final String OTHERS = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: elsewhere}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: gateways, labels: {insights/sends: requests}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: monitoring, labels: {insights/reads: metrics}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: world}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: world, namespace: world}
            spec:
              hostNetwork: true
              containers:
                - {name: world, image: "localhost/coredns:local", imagePullPolicy: Never, args: ["-dns.port", "443"], securityContext: {runAsUser: 0}}
            """;

    private final LocalInstallation installation = SharedCluster.installation();
    private final Cluster cluster = SharedCluster.get();

    @BeforeAll
    static void others() {
        Cluster cluster = SharedCluster.get();
        Kubectl kubectl = cluster.kubectl();
        kubectl.runWith(OTHERS, "apply", "--filename=-");
        for (String namespace : List.of("elsewhere", "gateways", "monitoring")) {
            kubectl.runWith("""
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: somebody, namespace: %s}
                    spec:
                      containers: [{name: somebody, image: "localhost/pause:local", imagePullPolicy: Never}]
                    """.formatted(namespace), "apply", "--filename=-");
        }
        for (String namespace : List.of("elsewhere", "gateways", "monitoring", "world")) {
            kubectl.run("--namespace=" + namespace, "wait", "pod", "--all", "--for=condition=Ready", "--timeout=60s");
        }
        for (String address : OUTSIDE.values()) {
            cluster.inNetwork(List.of("ip", "address", "replace", address.split(" ")[0] + "/32", "dev", "world"));
        }
    }

    @Test
    void whatIsWantedIsOpenAndNothingElse() {
        Map<String, JsonNode> pods = pods();
        Map<String, String> targets = targets(pods);
        // Policies take effect some time after their pods begin.
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(open(pods, targets)).isEqualTo(wanted(pods.keySet())));
    }

    private Map<String, JsonNode> pods() {
        Map<String, JsonNode> pods = new TreeMap<>();
        PORTS.keySet().forEach(name -> pods.put(name, installation.pods(name).getFirst()));
        for (String namespace : List.of("elsewhere", "gateways", "monitoring")) {
            pods.put(namespace, cluster.kubectl().json("--namespace=" + namespace, "get", "pod", "somebody"));
        }
        return pods;
    }

    private Map<String, String> targets(Map<String, JsonNode> pods) {
        Map<String, String> targets = new TreeMap<>(OUTSIDE);
        PORTS.forEach((name, port) -> targets.put(name, address(pods.get(name)) + " " + port));
        for (String service : LocalInstallation.SERVICES) {
            targets.put("management of " + service, address(pods.get(service)) + " " + (PORTS.get(service) + 1000));
        }
        targets.put("control of sandbox", address(pods.get("sandbox")) + " 8091");
        JsonNode dns = cluster.kubectl().json("--namespace=kube-system", "get", "service", "kube-dns");
        targets.put(DNS, dns.at("/spec/clusterIP").textValue() + " 53");
        return targets;
    }

    private static Set<String> wanted(Set<String> pods) {
        Set<String> wanted = new TreeSet<>();
        pods.forEach(from -> WANTED.get(from).forEach(to -> wanted.add(from + " -> " + to)));
        return wanted;
    }

    private Set<String> open(Map<String, JsonNode> pods, Map<String, String> targets) {
        return pods.entrySet().parallelStream()
                .flatMap(from -> reached(from.getValue(), targets).stream()
                        .filter(to -> !to.equals(from.getKey()) && !to.endsWith(" of " + from.getKey()))
                        .map(to -> from.getKey() + " -> " + to))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Tries all targets at once from a pod's network. */
    private static Set<String> reached(JsonNode pod, Map<String, String> targets) {
        String script = targets.entrySet().stream()
                .map(target -> "(timeout 2 bash -c ': </dev/tcp/%s' 2>/dev/null && echo '%s') &"
                        .formatted(target.getValue().replace(' ', '/'), target.getKey()))
                .collect(Collectors.joining("\n", "", "\nwait"));
        String network = "--net=/proc/%d/ns/net".formatted(PodProcesses.of(pod).any());
        return Program.said(List.of("nsenter", network, "bash", "-c", script))
                .lines()
                .collect(Collectors.toSet());
    }

    private static String address(JsonNode pod) {
        return pod.at("/status/podIP").textValue();
    }
}
