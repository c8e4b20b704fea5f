package insights.k8s.check;

import insights.k8s.manifest.Manifests;
import insights.k8s.manifest.Project;
import insights.k8s.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Each service is told all that it needs, and nothing that no document knows. */
final class Settings implements Check {

    private static final String OWNER = "QUARKUS_FLYWAY_";

    @Override
    public List<String> faults(Manifests manifests) {
        List<String> faults = new ArrayList<>();
        for (Workload workload : manifests.workloads()) {
            for (Container container : workload.containers()) {
                Set<String> told = told(manifests, workload, container);
                told.removeIf(name -> !name.matches("(QUARKUS|INSIGHTS|KC|JAVA|SANDBOX)_.*"));
                told.removeAll(Documented.variables());
                told.forEach(name -> faults.add(
                        "%s %s is told %s, which is in no document".formatted(workload, container.getName(), name)));
            }
        }
        if (!manifests.overlay().isComponent()) {
            manifests.services().forEach(service -> needed(manifests, service, faults));
        }
        return faults;
    }

    private static void needed(Manifests manifests, Workload service, List<String> faults) {
        Set<String> needed = new TreeSet<>(Documented.needed(service.name()));
        Set<String> ofOwner = new TreeSet<>(needed);
        ofOwner.removeIf(name -> !name.startsWith(OWNER));
        needed.removeAll(ofOwner);
        needed.removeAll(told(manifests, service, service.main()));
        needed.forEach(name -> faults.add("%s is not told %s".formatted(service, name)));
        service.migration()
                .ifPresentOrElse(
                        migration -> {
                            ofOwner.removeAll(told(manifests, service, migration));
                            ofOwner.forEach(name -> faults.add("%s migrate is not told %s".formatted(service, name)));
                        },
                        () -> {
                            if (Project.hasDatabase(service.name())) {
                                faults.add(service + " must migrate before it begins");
                            }
                        });
    }

    private static Set<String> told(Manifests manifests, Workload workload, Container container) {
        Set<String> told = new TreeSet<>(manifests.variables(container).keySet());
        told.addAll(SecretSettings.of(manifests, workload, container));
        return told;
    }
}
