package insights.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** What kustomize makes of a folder, object by object. */
final class Rendered {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    private final List<JsonNode> objects;

    private Rendered(List<JsonNode> objects) {
        this.objects = objects;
    }

    static Rendered of(Kubectl kubectl, Path folder) {
        String text = kubectl.run("kustomize", folder.toString());
        try (var objects = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            return new Rendered(objects.readAll());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> objects() {
        return objects;
    }

    Rendered without(Predicate<JsonNode> what) {
        return new Rendered(objects.stream().filter(what.negate()).toList());
    }

    /** For kubectl. */
    String list() {
        ObjectNode list = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "List");
        ArrayNode items = list.putArray("items");
        items.addAll(objects);
        return list.toString();
    }

    /** Adds to the pods of every Deployment. */
    Rendered tolerating(String taint) {
        objects.stream()
                .filter(one -> one.get("kind").textValue().equals("Deployment"))
                .map(one -> (ObjectNode) one.at("/spec/template/spec"))
                .forEach(pod -> pod.putArray("tolerations")
                        .addObject()
                        .put("key", taint)
                        .put("operator", "Exists"));
        return this;
    }
}
