package insights.common.openapi;

import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Leaves out the schemas that nothing refers to any more, and those of other services that were only scanned. */
final class UsedSchemas {

    private UsedSchemas() {}

    static void keep(OpenAPI api) {
        Set<String> used = new SchemaGraph(api).ofAll();
        Set.copyOf(SchemaGraph.schemas(api).keySet()).stream()
                .filter(name -> !used.contains(name))
                .forEach(api.getComponents()::removeSchema);
    }
}
