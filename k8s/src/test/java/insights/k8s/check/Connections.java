package insights.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import insights.k8s.manifest.Manifests;
import insights.k8s.manifest.Project;
import insights.k8s.manifest.Workload;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All replicas of a service, in the middle of a roll-out, have room in its database. */
final class Connections implements Check {

    /** PostgreSQL's own, unless a cluster says otherwise. */
    private static final int USUAL = 100;

    /** Flyway takes two; of several pods that migrate, all but one wait with one of theirs. */
    private static final int MIGRATION = 2;

    /** For its superuser, a backup, and somebody who looks. */
    private static final int RESERVE = 5;

    private static final String POOL = "quarkus.datasource.jdbc.max-size";
    private static final String POOL_VARIABLE = "QUARKUS_DATASOURCE_JDBC_MAX_SIZE";

    @Override
    public List<String> faults(Manifests manifests) {
        List<String> faults = new ArrayList<>();
        for (Workload workload : manifests.services()) {
            if (!Project.hasDatabase(workload.name())) {
                continue;
            }
            int pods = most(manifests, workload) + surge(manifests, workload);
            int needed = pods * pool(manifests, workload) + MIGRATION + RESERVE;
            int there = maxConnections(manifests, workload);
            if (needed > there) {
                faults.add("%s needs %d connections (%d pods), and its database has %d"
                        .formatted(workload, needed, pods, there));
            }
        }
        return faults;
    }

    private static int pool(Manifests manifests, Workload workload) {
        Map<String, String> variables = manifests.variables(workload.main());
        return Integer.parseInt(variables.getOrDefault(POOL_VARIABLE, Project.setting(workload.name(), POOL)));
    }

    private static int most(Manifests manifests, Workload workload) {
        return manifests.all(HorizontalPodAutoscaler.class).stream()
                .filter(scaler -> scaler.getSpec().getScaleTargetRef().getName().equals(workload.name()))
                .map(scaler -> scaler.getSpec().getMaxReplicas())
                .findFirst()
                .orElseGet(() -> workload.replicas() == null ? 1 : workload.replicas());
    }

    private static int surge(Manifests manifests, Workload workload) {
        return manifests.all(Deployment.class).stream()
                .filter(deployment -> deployment.getMetadata().getName().equals(workload.name()))
                .map(deployment ->
                        deployment.getSpec().getStrategy().getRollingUpdate().getMaxSurge())
                .map(surge -> surge.getIntVal() == null ? most(manifests, workload) : surge.getIntVal())
                .findFirst()
                .orElse(0);
    }

    private static int maxConnections(Manifests manifests, Workload workload) {
        return manifests.written("Cluster").stream()
                .filter(cluster -> workload.name()
                        .equals(cluster.at("/spec/inheritedMetadata/labels/insights~1database-of")
                                .asText()))
                .map(cluster -> cluster.at("/spec/postgresql/parameters/max_connections"))
                .map(JsonNode::asInt)
                .findFirst()
                .orElse(USUAL);
    }
}
