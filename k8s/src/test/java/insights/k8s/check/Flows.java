package insights.k8s.check;

import insights.k8s.flow.FlowMap;
import insights.k8s.manifest.Manifests;
import java.util.List;

/** Packets go where they are wanted, and nowhere else. */
final class Flows implements Check {

    @Override
    public List<String> faults(Manifests manifests) {
        return FlowMap.faults(manifests);
    }
}
