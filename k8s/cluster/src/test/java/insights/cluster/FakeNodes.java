package insights.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Nodes that are made up, and what kubelet would say of pods on them: each is ready some seconds after it was given to a node,
 * and gone when it is told to end. Only who tolerates them comes to them.
 */
final class FakeNodes implements AutoCloseable {

    /** What a pod must tolerate. */
    static final String TAINT = "insights-made-up";

    private static final List<String> ZONES = List.of("zone-a", "zone-b");
    private static final int NODES_PER_ZONE = 2;
    private static final Duration UNTIL_READY = Duration.ofSeconds(5);
    private static final Duration PULSE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Kubectl kubectl;
    private final String namespace;
    private Instant lastPulse = Instant.EPOCH;

    /** Two nodes in each of two zones, for the pods of a namespace. */
    FakeNodes(Kubectl kubectl, String namespace) {
        this.kubectl = kubectl;
        this.namespace = namespace;
        ArrayNode nodes = JSON.createArrayNode();
        for (String zone : ZONES) {
            for (int i = 0; i < NODES_PER_ZONE; i++) {
                nodes.add(node(zone + "-" + i, zone));
            }
        }
        kubectl.runWith(list(nodes), "create", "--filename=-");
    }

    /** Does what kubelets have to do by now, and returns the pods that are ready and not told to end. */
    List<JsonNode> pods() {
        if (lastPulse.plus(PULSE).isBefore(Instant.now())) {
            beat();
        }
        List<JsonNode> ready = new ArrayList<>();
        for (JsonNode pod :
                kubectl.json("--namespace=" + namespace, "get", "pods").get("items")) {
            String name = pod.at("/metadata/name").textValue();
            if (!pod.at("/spec").has("nodeName")) {
                continue;
            }
            if (pod.at("/metadata").has("deletionTimestamp")) {
                kubectl.attempt("--namespace=" + namespace, "delete", "pod", name, "--grace-period=0", "--force");
            } else if (pod.at("/status/phase").textValue().equals("Running")) {
                ready.add(pod);
            } else if (Instant.parse(pod.at("/metadata/creationTimestamp").textValue())
                    .plus(UNTIL_READY)
                    .isBefore(Instant.now())) {
                kubectl.attempt(
                        "--namespace=" + namespace,
                        "patch",
                        "pod",
                        name,
                        "--subresource=status",
                        "--patch=" + running());
            }
        }
        return ready;
    }

    /** In which zone a pod is. */
    static String zone(JsonNode pod) {
        return node(pod).replaceFirst("-\\d$", "");
    }

    /** On which node a pod is. */
    static String node(JsonNode pod) {
        return pod.at("/spec/nodeName").textValue();
    }

    @Override
    public void close() {
        kubectl.run("delete", "nodes", "--selector=" + TAINT, "--wait=false");
    }

    private void beat() {
        ArrayNode leases = JSON.createArrayNode();
        for (String zone : ZONES) {
            for (int i = 0; i < NODES_PER_ZONE; i++) {
                ObjectNode lease = JSON.createObjectNode()
                        .put("apiVersion", "coordination.k8s.io/v1")
                        .put("kind", "Lease");
                lease.putObject("metadata").put("name", zone + "-" + i).put("namespace", "kube-node-lease");
                lease.putObject("spec")
                        .put("holderIdentity", zone + "-" + i)
                        .put("leaseDurationSeconds", 40)
                        .put("renewTime", Instant.now().toString().replaceFirst("(\\.\\d{6})\\d*Z", "$1Z"));
                leases.add(lease);
            }
        }
        kubectl.runWith(list(leases), "apply", "--server-side", "--force-conflicts", "--filename=-");
        lastPulse = Instant.now();
    }

    private static ObjectNode node(String name, String zone) {
        ObjectNode node = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "Node");
        node.putObject("metadata")
                .put("name", name)
                .putObject("labels")
                .put("kubernetes.io/hostname", name)
                .put("topology.kubernetes.io/zone", zone)
                .put(TAINT, "");
        node.putObject("spec").putArray("taints").addObject().put("key", TAINT).put("effect", "NoSchedule");
        ObjectNode status = node.putObject("status");
        for (String amounts : List.of("capacity", "allocatable")) {
            status.putObject(amounts).put("cpu", "8").put("memory", "16Gi").put("pods", "50");
        }
        status.putArray("conditions")
                .addObject()
                .put("type", "Ready")
                .put("status", "True")
                .put("reason", "MadeUp")
                .put("lastHeartbeatTime", Instant.now().toString())
                .put("lastTransitionTime", Instant.now().toString());
        return node;
    }

    private static String running() {
        ObjectNode status = JSON.createObjectNode();
        ArrayNode conditions =
                status.putObject("status").put("phase", "Running").putArray("conditions");
        for (String type : List.of("Initialized", "ContainersReady", "Ready")) {
            conditions
                    .addObject()
                    .put("type", type)
                    .put("status", "True")
                    .put("lastTransitionTime", Instant.now().toString());
        }
        return status.toString();
    }

    private static String list(ArrayNode items) {
        ObjectNode list = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "List");
        list.set("items", items);
        return list.toString();
    }
}
