package insights.k8s.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rendered manifests: as text has them, and as Kubernetes understands them. */
public final class Manifests {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final KubernetesSerialization TYPES = new KubernetesSerialization();

    private final Overlay overlay;
    private final List<JsonNode> documents;
    private final List<HasMetadata> objects;

    private Manifests(Overlay overlay, List<JsonNode> documents) {
        this.overlay = overlay;
        this.documents = documents;
        this.objects = documents.stream().map(Manifests::typed).toList();
    }

    public static Manifests of(Overlay overlay) {
        return of(overlay, parse(overlay.rendered()));
    }

    public static Manifests of(Overlay overlay, List<JsonNode> documents) {
        return new Manifests(overlay, documents);
    }

    /** The documents of a text. */
    public static List<JsonNode> parse(String text) {
        try (MappingIterator<JsonNode> all = YAML.readerFor(JsonNode.class).readValues(text)) {
            return all.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value as text. */
    public static String yaml(Object value) {
        try {
            return YAML.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HasMetadata typed(JsonNode document) {
        return (HasMetadata) TYPES.unmarshal(document.toString());
    }

    public Overlay overlay() {
        return overlay;
    }

    public List<HasMetadata> objects() {
        return objects;
    }

    public <T extends HasMetadata> List<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Those of a kind, as they are written. */
    public List<JsonNode> written(String kind) {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .toList();
    }

    public List<Workload> workloads() {
        List<Workload> workloads = new ArrayList<>();
        for (HasMetadata object : objects) {
            String name = object.getMetadata().getName();
            switch (object) {
                case Deployment it ->
                    workloads.add(new Workload(
                            "Deployment",
                            name,
                            it.getSpec().getReplicas(),
                            it.getSpec().getTemplate()));
                case StatefulSet it ->
                    workloads.add(new Workload(
                            "StatefulSet",
                            name,
                            it.getSpec().getReplicas(),
                            it.getSpec().getTemplate()));
                case Job it ->
                    workloads.add(new Workload("Job", name, null, it.getSpec().getTemplate()));
                case CronJob it ->
                    workloads.add(new Workload(
                            "CronJob",
                            name,
                            null,
                            it.getSpec().getJobTemplate().getSpec().getTemplate()));
                default -> {}
            }
        }
        return workloads;
    }

    /** Our services. */
    public List<Workload> services() {
        return workloads().stream().filter(Workload::isService).toList();
    }

    /** All variables that a container gets in clear: from its ConfigMaps, and outright. */
    public Map<String, String> variables(Container container) {
        Map<String, String> variables = new TreeMap<>();
        container.getEnvFrom().stream()
                .filter(source -> source.getConfigMapRef() != null)
                .map(source -> source.getConfigMapRef().getName())
                .forEach(name -> configMap(name).ifPresent(map -> variables.putAll(map.getData())));
        container.getEnv().stream()
                .filter(variable -> variable.getValue() != null)
                .forEach(variable -> variables.put(variable.getName(), variable.getValue()));
        return variables;
    }

    public Optional<ConfigMap> configMap(String name) {
        return all(ConfigMap.class).stream()
                .filter(map -> map.getMetadata().getName().equals(name))
                .findFirst();
    }
}
