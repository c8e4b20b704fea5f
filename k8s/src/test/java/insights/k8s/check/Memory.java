package insights.k8s.check;

import insights.k8s.manifest.Manifests;
import insights.k8s.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a container asks for is what it may have, of memory; and the CPU is not held back when it is there. */
final class Memory implements Check {

    @Override
    public List<String> faults(Manifests manifests) {
        List<String> faults = new ArrayList<>();
        for (Workload workload : manifests.workloads()) {
            for (Container container : workload.containers()) {
                String name = workload + " " + container.getName();
                if (container.getResources() == null) {
                    faults.add(name + " says nothing of resources");
                    continue;
                }
                Map<String, Quantity> requests = container.getResources().getRequests();
                Map<String, Quantity> limits = container.getResources().getLimits();
                if (!requests.containsKey("memory") || !requests.get("memory").equals(limits.get("memory"))) {
                    faults.add(name + " must ask for as much memory as its limit is");
                }
                if (!requests.containsKey("cpu")) {
                    faults.add(name + " must ask for CPU");
                }
                if (limits.containsKey("cpu")) {
                    faults.add(name + " must have no limit of CPU");
                }
            }
        }
        return faults;
    }
}
