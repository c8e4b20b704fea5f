package insights.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import insights.k8s.manifest.Manifests;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Alerts and dashboards ask for what is told, and for nothing else. */
final class Metrics implements Check {

    /** Prometheus itself tells whether it could ask. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    private static final Pattern NAME = Pattern.compile(
            "(?<![\\w\"$])([a-z_][a-z0-9_]*)(?=\\s*[{\\[)<>=!/*+-]|\\s*$|\\s+(?:and|or|unless|offset)\\b)");
    private static final Pattern STRINGS = Pattern.compile("\"[^\"]*\"");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}|\\b(?:by|without|on|ignoring)\\s*\\([^)]*\\)");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool");
    private static final List<String> PARTS = List.of("_count", "_sum", "_bucket", "_max");

    @Override
    public List<String> faults(Manifests manifests) {
        Set<String> known = new TreeSet<>(Documented.metrics());
        known.addAll(OF_PROMETHEUS);
        List<String> faults = new ArrayList<>();
        for (JsonNode rule : manifests.written("PrometheusRule")) {
            rule.findValuesAsText("expr").forEach(expression -> look("An alert", expression, known, faults));
        }
        for (ConfigMap map : manifests.all(ConfigMap.class)) {
            if (map.getMetadata().getLabels().containsKey("grafana_dashboard")) {
                map.getData().values().forEach(dashboard -> Manifests.parse(dashboard)
                        .forEach(json -> json.findValuesAsText("expr")
                                .forEach(expression -> look("The dashboard", expression, known, faults))));
            }
        }
        return faults;
    }

    private static void look(String who, String expression, Set<String> known, List<String> faults) {
        String bare = LABELS.matcher(STRINGS.matcher(expression).replaceAll("")).replaceAll(" ");
        Set<String> names = new TreeSet<>();
        NAME.matcher(bare).results().forEach(match -> names.add(match.group(1)));
        names.removeAll(WORDS);
        if (names.isEmpty()) {
            faults.add("%s asks for nothing: %s".formatted(who, expression));
        }
        names.stream()
                .filter(name -> !isKnown(name, known))
                .forEach(name -> faults.add("%s asks for %s, which nobody tells".formatted(who, name)));
    }

    private static boolean isKnown(String name, Set<String> known) {
        return known.contains(name)
                || PARTS.stream()
                        .anyMatch(part -> name.endsWith(part)
                                && known.contains(name.substring(0, name.length() - part.length())));
    }
}
