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
        leaveOutTheirTags(api);
    }

    private static void leaveOutTheirTags(OpenAPI api) {
        Set<String> used = api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getTags() != null)
                .flatMap(operation -> operation.getTags().stream())
                .collect(Collectors.toSet());
        if (api.getTags() != null) {
            api.setTags(api.getTags().stream()
                    .filter(tag -> used.contains(tag.getName()))
                    .toList());
        }
    }
}
