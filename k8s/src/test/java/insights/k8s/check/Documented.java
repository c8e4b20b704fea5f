package insights.k8s.check;

import insights.k8s.manifest.Project;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the documents say of variables, Secrets and metrics. */
final class Documented {

    private static final Pattern VARIABLE = Pattern.compile("`((?:QUARKUS|INSIGHTS|KC|JAVA|SANDBOX)_[A-Z0-9_]+)`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|(.+)\\|\\s*$");
    private static final Pattern OF_ONE = Pattern.compile("^The (\\w+) ");
    private static final String SERVICE = "-service";
    private static final String OPTIONAL = "optional:";

    private Documented() {}

    /** Every variable that the README's or the manifests' own table has. */
    static Set<String> variables() {
        Set<String> names = names(VARIABLE, Project.text("README.md"));
        names.addAll(names(VARIABLE, Project.text("k8s/README.md")));
        return names;
    }

    /**
     * Those that a deployable does not start without, but for what is optional: the README's tables, by what stands above each.
     * A service needs what every service needs, and what stands beside its name; what is no service has a table of its own, and
     * of the others what the sentence above it names.
     */
    static Set<String> needed(String deployable) {
        String section = Project.text("README.md").split("\n## Deploy\n")[1].split("\n## ")[0];
        boolean isService = deployable.endsWith(SERVICE);
        Set<String> needed = new TreeSet<>();
        String above = "";
        for (String paragraph : section.split("\n\n+")) {
            Matcher ofOne = OF_ONE.matcher(above);
            boolean ofThis = ofOne.find() ? ofOne.group(1).equals(deployable) : isService;
            if (paragraph.startsWith("|") && ofThis) {
                needed.addAll(isService ? Set.of() : names(VARIABLE, above));
                needed.addAll(rows(paragraph, deployable.replace(SERVICE, "")));
            }
            above = paragraph;
        }
        if (needed.isEmpty()) {
            throw new AssertionError("The README says nothing of what " + deployable + " needs");
        }
        return needed;
    }

    private static Set<String> rows(String table, String title) {
        Set<String> needed = new TreeSet<>();
        ROW.matcher(table).results().map(row -> row.group(1).split("\\|")).forEach(cells -> {
            boolean ofThis = cells.length == 2
                    || Pattern.compile("\\b" + title + "\\b").matcher(cells[0]).find();
            if (ofThis && !cells[cells.length - 1].strip().startsWith(OPTIONAL)) {
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
