package insights.k8s.flow;

import java.util.Map;

/**
 * Somebody who sends or receives.
 *
 * @param pod labels of a pod, or null for what is no pod
 * @param namespace labels of the namespace of a pod, or null where it is that of the manifests
 * @param ports numbers of ports by their names
 * @param address of what is no pod
 */
public record Peer(
        String name,
        Map<String, String> pod,
        Map<String, String> namespace,
        Map<String, Integer> ports,
        String address) {

    /** A pod of the manifests. */
    static Peer ofOurs(String name, Map<String, String> labels, Map<String, Integer> ports) {
        return new Peer(name, labels, null, ports, null);
    }

    /** A pod of somebody else's. */
    static Peer elsewhere(String name, Map<String, String> namespace, Map<String, String> labels) {
        return new Peer(name, labels, namespace, Map.of(), null);
    }

    /** What has an address and no labels. */
    static Peer at(String name, String address) {
        return new Peer(name, null, null, Map.of(), address);
    }

    boolean isOurs() {
        return pod != null && namespace == null;
    }
}
