package insights.k8s.check;

import insights.k8s.manifest.Manifests;
import insights.k8s.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One image per deployable, by its digest in production, by a tag that says something elsewhere. */
final class Images implements Check {

    private static final Pattern DIGEST = Pattern.compile(".+@sha256:[0-9a-f]{64}");
    private static final Pattern TAG = Pattern.compile(".+:(?!latest$)[\\w.-]+");

    @Override
    public List<String> faults(Manifests manifests) {
        List<String> faults = new ArrayList<>();
        for (Workload workload : manifests.workloads()) {
            List<String> images = workload.containers().stream()
                    .map(Container::getImage)
                    .distinct()
                    .toList();
            if (images.size() != 1) {
                faults.add("%s has several images: %s".formatted(workload, images));
            }
            for (Container container : workload.containers()) {
                String image = container.getImage();
                if (manifests.overlay().isProduction() && !DIGEST.matcher(image).matches()) {
                    faults.add("%s must name %s by its digest".formatted(workload, image));
                }
                if (manifests.overlay().isLocal() && !TAG.matcher(image).matches()) {
                    faults.add("%s must name %s by a tag".formatted(workload, image));
                }
                if (!"IfNotPresent".equals(container.getImagePullPolicy())) {
                    faults.add(workload + " must pull only what is not there");
                }
            }
        }
        return faults;
    }
}
