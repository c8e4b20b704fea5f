package insights.common.openapi;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Paths that are for callers outside. What services tell each other is theirs, and leads nowhere through the ingress. */
final class PublicPaths {

    private static final List<String> OURS = List.of("/internal", "/hooks/profiles-erased");

    private PublicPaths() {}

    static void keep(OpenAPI api) {
        Set<String> inner = api.getPaths().getPathItems().keySet().stream()
                .filter(path -> OURS.stream().anyMatch(path::startsWith))
                .collect(Collectors.toSet());
        inner.forEach(api.getPaths()::removePathItem);
    }
}
