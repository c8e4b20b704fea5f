package insights.k8s.manifest;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whatever makes pods.
 *
 * @param replicas how many, if it says so
 */
public record Workload(String kind, String name, Integer replicas, PodTemplateSpec template) {

    /** The label that tells our services from what stands in for others. */
    private static final String COMPONENT = "app.kubernetes.io/component";

    public PodSpec pod() {
        return template.getSpec();
    }

    public Map<String, String> labels() {
        return template.getMetadata().getLabels();
    }

    /** Whether it is one of our services. */
    public boolean isService() {
        return "api".equals(labels().get(COMPONENT));
    }

    /** All of them, those that run first included. */
    public List<Container> containers() {
        return Stream.concat(pod().getInitContainers().stream(), pod().getContainers().stream())
                .toList();
    }

    /** The one that works. */
    public Container main() {
        return pod().getContainers().getFirst();
    }

    /** The one that migrates. */
    public Optional<Container> migration() {
        return pod().getInitContainers().stream()
                .filter(container -> container.getName().equals("migrate"))
                .findFirst();
    }

    /** The number of a port that has a name. */
    public Optional<Integer> port(String named) {
        return main().getPorts().stream()
                .filter(port -> named.equals(port.getName()))
                .map(port -> port.getContainerPort())
                .findFirst();
    }

    /** A variable that a container is given outright. */
    public static Optional<String> variable(Container container, String name) {
        return container.getEnv().stream()
                .filter(variable -> variable.getName().equals(name))
                .map(EnvVar::getValue)
                .findFirst();
    }

    @Override
    public String toString() {
        return kind + "/" + name;
    }
}
