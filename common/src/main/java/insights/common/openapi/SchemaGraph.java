package insights.common.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Which schemas a document refers to, and from where. */
final class SchemaGraph {

    private static final String PREFIX = "#/components/schemas/";

    private final OpenAPI api;

    SchemaGraph(OpenAPI api) {
        this.api = api;
    }

    /** Names of the schemas that request bodies are made of. */
    Set<String> ofRequests() {
        return reached(operations().stream()
                .filter(operation -> operation.getRequestBody() != null)
                .map(operation -> operation.getRequestBody().getContent())
                .toList());
    }

    /** Names of the schemas that anything at all is made of. */
    Set<String> ofAll() {
        Set<String> names = ofRequests();
        List<Content> contents = new ArrayList<>();
        operations().forEach(operation -> operation.getResponses().getAPIResponses().values().stream()
                .map(response -> response.getContent())
                .forEach(contents::add));
        api.getComponents().getResponses().values().forEach(response -> contents.add(response.getContent()));
        names.addAll(reached(contents));
        operations().forEach(operation -> DescribedHeaders.parameters(operation)
                .forEach(parameter -> follow(parameter.getSchema(), names)));
        return names;
    }

    /** Calls for the schema and for all that are written inside of it, not for those that it refers to. */
    static void visit(Schema schema, Consumer<Schema> visitor) {
        if (schema != null) {
            visitor.accept(schema);
            inner(schema).forEach(part -> visit(part, visitor));
        }
    }

    private List<Operation> operations() {
        return api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .toList();
    }

    private Set<String> reached(List<Content> contents) {
        Set<String> names = new LinkedHashSet<>();
        contents.stream()
                .filter(content -> content != null && content.getMediaTypes() != null)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .forEach(type -> follow(type.getSchema(), names));
        return names;
    }

    private void follow(Schema schema, Set<String> names) {
        visit(schema, part -> {
            String name = part.getRef() == null ? null : part.getRef().substring(PREFIX.length());
            if (name != null && names.add(name)) {
                follow(api.getComponents().getSchemas().get(name), names);
            }
        });
    }

    private static List<Schema> inner(Schema schema) {
        List<Schema> inner = new ArrayList<>();
        addAll(
                inner,
                schema.getProperties() == null ? null : schema.getProperties().values());
        addAll(inner, schema.getAllOf());
        addAll(inner, schema.getAnyOf());
        addAll(inner, schema.getOneOf());
        for (Schema part :
                java.util.Arrays.asList(schema.getItems(), schema.getNot(), schema.getAdditionalPropertiesSchema())) {
            if (part != null) {
                inner.add(part);
            }
        }
        return inner;
    }

    private static void addAll(List<Schema> all, Collection<Schema> some) {
        if (some != null) {
            all.addAll(some);
        }
    }

    /** The schemas by name; none when there are none. */
    static Map<String, Schema> schemas(OpenAPI api) {
        return api.getComponents().getSchemas() == null
                ? Map.of()
                : api.getComponents().getSchemas();
    }
}
