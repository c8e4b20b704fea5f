package insights.k8s.check;

import insights.k8s.manifest.Project;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the documents say of variables, Secrets and metrics. */
final class Documented {

    private static final Pattern VARIABLE = Pattern.compile("`((?:QUARKUS|INSIGHTS|KC|JAVA|SANDBOX)_[A-Z0-9_]+)`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|(.+)\\|\\s*$");
    private static final String OPTIONAL = "optional:";

    private Documented() {}

    /** Every variable that the README's or the manifests' own table has. */
    static Set<String> variables() {
        Set<String> names = names(VARIABLE, Project.text("README.md"));
        names.addAll(names(VARIABLE, Project.text("k8s/README.md")));
        return names;
    }

    /** Those that a service does not start without: the README's two tables, but for what is optional. */
    static Set<String> needed(String service) {
        String title = service.replace("-service", "");
        String section = Project.text("README.md").split("\n## Deploy\n")[1].split("\n## ")[0];
        Set<String> needed = new TreeSet<>();
        ROW.matcher(section).results().map(row -> row.group(1).split("\\|")).forEach(cells -> {
            boolean ofAll = cells.length == 2;
            boolean ofThis = cells.length == 3
                    && Pattern.compile("\\b" + title + "\\b").matcher(cells[0]).find();
            String what = cells[cells.length - 1].strip();
            if ((ofAll || ofThis) && !what.startsWith(OPTIONAL)) {
                needed.addAll(names(VARIABLE, cells[cells.length - 2]));
            }
        });
        return needed;
    }

    /** Secrets and ConfigMaps that whoever installs provides. */
    static Set<String> provided() {
        String section = Project.text("k8s/README.md")
                .split("\n### Secrets that you provide\n")[1]
                .split("\n#+ ")[0];
        return names(Pattern.compile("(?m)^\\| `([\\w-]+)`"), section);
    }

    /** Metrics that the services tell; tests of each hold the document against it. */
    static Set<String> metrics() {
        return names(Pattern.compile("(?m)^\\| `(\\w+)`"), Project.text("docs/metrics.md"));
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
