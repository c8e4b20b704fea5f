package insights.k8s.check;

import insights.k8s.manifest.Manifests;
import insights.k8s.manifest.Workload;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything says that it is ours, and what has a part in one thing says which. */
final class Labels implements Check {

    private static final String PART_OF = "app.kubernetes.io/part-of";
    private static final String NAME = "app.kubernetes.io/name";

    @Override
    public List<String> faults(Manifests manifests) {
        List<String> faults = new ArrayList<>();
        for (HasMetadata object : manifests.objects()) {
            Map<String, String> labels = object.getMetadata().getLabels();
            if (!"insights".equals(labels.get(PART_OF))) {
                faults.add("%s/%s must be a part of insights"
                        .formatted(object.getKind(), object.getMetadata().getName()));
            }
        }
        for (Workload workload : manifests.workloads()) {
            if (!workload.name().equals(workload.labels().get(NAME))
                    || !"insights".equals(workload.labels().get(PART_OF))) {
                faults.add(workload + " must have pods that are called like it, and are a part of insights");
            }
        }
        return faults;
    }
}
