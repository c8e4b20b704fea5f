package insights.k8s.check;

import insights.k8s.manifest.Manifests;
import insights.k8s.manifest.Workload;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Services lead to one workload each, and to its API only; the management port has a Service without address, for scraping. */
final class Doors implements Check {

    private static final String MANAGEMENT = "-management";
    private static final Set<String> CHANGING =
            Set.of("app.kubernetes.io/version", "app.kubernetes.io/instance", "pod-template-hash");

    @Override
    public List<String> faults(Manifests manifests) {
        List<String> faults = new ArrayList<>();
        for (Service service : manifests.all(Service.class)) {
            String name = "Service/" + service.getMetadata().getName();
            Map<String, String> selector = service.getSpec().getSelector();
            List<Workload> behind = manifests.workloads().stream()
                    .filter(workload -> workload.labels().entrySet().containsAll(selector.entrySet()))
                    .toList();
            if (behind.size() != 1) {
                faults.add("%s must lead to one workload, and leads to %s".formatted(name, behind));
                continue;
            }
            if (selector.keySet().stream().anyMatch(CHANGING::contains)) {
                faults.add(name + " must not select by what changes with a version");
            }
            boolean management = name.endsWith(MANAGEMENT);
            if (management && !"None".equals(service.getSpec().getClusterIP())) {
                faults.add(name + " must have no address");
            }
            for (ServicePort port : service.getSpec().getPorts()) {
                String target = port.getTargetPort() == null
                        ? null
                        : port.getTargetPort().getStrVal();
                if (target == null || behind.getFirst().port(target).isEmpty()) {
                    faults.add("%s must lead to a port of %s by its name".formatted(name, behind.getFirst()));
                } else if (behind.getFirst().isService() && !target.equals(management ? "management" : "http")) {
                    faults.add("%s must not lead to the port %s".formatted(name, target));
                }
            }
        }
        manifests.services().stream()
                .filter(workload -> manifests.all(Service.class).stream()
                        .noneMatch(service -> service.getMetadata().getName().equals(workload.name())))
                .forEach(workload -> faults.add(workload + " has no Service"));
        return faults;
    }
}
