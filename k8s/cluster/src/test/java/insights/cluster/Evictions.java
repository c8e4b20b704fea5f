package insights.cluster;

import com.fasterxml.jackson.databind.JsonNode;

/** What draining a node does to each pod on it. */
final class Evictions {

    private Evictions() {}

    /** Asks for an eviction, and returns what was said to it. */
    static String attempt(Kubectl kubectl, JsonNode pod) {
        String name = pod.at("/metadata/name").textValue();
        String namespace = pod.at("/metadata/namespace").textValue();
        return kubectl.attemptWith(
                "{\"apiVersion\":\"policy/v1\",\"kind\":\"Eviction\",\"metadata\":{\"name\":\"%s\",\"namespace\":\"%s\"}}"
                        .formatted(name, namespace),
                "create",
                "--raw",
                "/api/v1/namespaces/%s/pods/%s/eviction".formatted(namespace, name),
                "--filename=-");
    }
}
