package insights.k8s.flow;

import com.fasterxml.jackson.databind.JsonNode;
import insights.k8s.manifest.Manifests;
import insights.k8s.manifest.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everybody between whom packets could go: the pods of the manifests, and whom they may have to do with outside. */
final class Cast {

    static final String INTERNET = "internet";
    static final String IDENTITY_PROVIDER = "identity provider";

    private static final Map<String, Integer> DATABASE = Map.of("postgresql", 5432);

    private Cast() {}

    static List<Peer> of(Manifests manifests) {
        List<Peer> all = new ArrayList<>(List.of(
                Peer.elsewhere(
                        "gateway of the cluster", Map.of("insights/sends", "requests"), Map.of("app", "gateway")),
                Peer.elsewhere("Prometheus", Map.of("insights/reads", "metrics"), Map.of("app", "prometheus")),
                Peer.elsewhere(
                        "database operator", Map.of("insights/operates", "databases"), Map.of("app", "operator")),
                Peer.elsewhere(
                        "somebody else", Map.of("team", "another"), Map.of("app.kubernetes.io/name", "export-service")),
                Peer.elsewhere(
                        "DNS", Map.of("kubernetes.io/metadata.name", "kube-system"), Map.of("k8s-app", "kube-dns")),
                Peer.at("node-local DNS", "169.254.20.10"),
                Peer.at(INTERNET, "203.0.113.7"),
                Peer.at("internet by IPv6", "2001:db8::7"),
                Peer.at("private network", "10.20.30.40"),
                Peer.at("metadata of the cloud", "169.254.169.254"),
                Peer.at(IDENTITY_PROVIDER, "192.0.2.10")));
        for (Workload workload : manifests.workloads()) {
            Map<String, Integer> ports = new HashMap<>();
            workload.main().getPorts().forEach(port -> ports.put(port.getName(), port.getContainerPort()));
            all.add(Peer.ofOurs(workload.name(), workload.labels(), ports));
        }
        for (JsonNode cluster : manifests.written("Cluster")) {
            Map<String, String> labels = new HashMap<>();
            cluster.at("/spec/inheritedMetadata/labels")
                    .properties()
                    .forEach(
                            label -> labels.put(label.getKey(), label.getValue().asText()));
            all.add(Peer.ofOurs(cluster.at("/metadata/name").asText(), labels, DATABASE));
        }
        for (JsonNode keycloak : manifests.written("Keycloak")) {
            Map<String, String> labels = new HashMap<>();
            keycloak.at("/spec/unsupported/podTemplate/metadata/labels")
                    .properties()
                    .forEach(
                            label -> labels.put(label.getKey(), label.getValue().asText()));
            all.add(Peer.ofOurs("keycloak", labels, Map.of("http", 8080)));
        }
        return all;
    }
}
