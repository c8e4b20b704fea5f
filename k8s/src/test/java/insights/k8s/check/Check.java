package insights.k8s.check;

import insights.k8s.manifest.Manifests;
import java.util.List;
import java.util.Locale;

/** Something that manifests must be. */
@FunctionalInterface
public interface Check {

    /** What is wrong, each in a sentence that names the object; empty when all is well. */
    List<String> faults(Manifests manifests);

    /** All there are. */
    static List<Check> all() {
        return List.of(
                new StrictTypes(),
                new RestrictedPods(),
                new Images(),
                new Memory(),
                new Probes(),
                new Doors(),
                new Availability(),
                new Connections(),
                new Termination(),
                new Settings(),
                new Secrets(),
                new References(),
                new Routes(),
                new Flows(),
                new Labels(),
                new Metrics());
    }

    /** Its name, as the folder of the broken manifests that it refuses has it. */
    default String title() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
