package insights.k8s.check;

import insights.k8s.manifest.Manifests;
import insights.k8s.manifest.Workload;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Roll-outs, drains and the loss of a node or zone leave enough of every service. */
final class Availability implements Check {

    private static final Set<String> PLACES = Set.of("kubernetes.io/hostname", "topology.kubernetes.io/zone");

    @Override
    public List<String> faults(Manifests manifests) {
        List<String> faults = new ArrayList<>();
        for (Workload workload : manifests.services()) {
            budget(manifests, workload, faults);
            if (!manifests.overlay().isLocal()) {
                spread(manifests, workload, faults);
                replicas(manifests, workload, faults);
            }
        }
        manifests.all(Deployment.class).stream()
                .filter(deployment -> manifests.services().stream().anyMatch(service -> service.name()
                        .equals(deployment.getMetadata().getName())))
                .forEach(deployment -> rollOut(deployment, faults));
        return faults;
    }

    private static void budget(Manifests manifests, Workload workload, List<String> faults) {
        List<PodDisruptionBudget> budgets = manifests.all(PodDisruptionBudget.class).stream()
                .filter(budget -> selects(budget.getSpec().getSelector().getMatchLabels(), workload))
                .toList();
        if (budgets.size() != 1) {
            faults.add(workload + " must have one disruption budget, and has " + budgets.size());
            return;
        }
        var budget = budgets.getFirst().getSpec();
        if (budget.getMinAvailable() != null || !new IntOrString(1).equals(budget.getMaxUnavailable())) {
            faults.add(
                    workload + " must have a disruption budget of maxUnavailable 1: any other keeps nodes from drains");
        }
        if (!"AlwaysAllow".equals(budget.getUnhealthyPodEvictionPolicy())) {
            faults.add(workload + " must let pods go that are not ready");
        }
    }

    private static void spread(Manifests manifests, Workload workload, List<String> faults) {
        List<TopologySpreadConstraint> spread = workload.pod().getTopologySpreadConstraints().stream()
                .filter(one -> selects(one.getLabelSelector().getMatchLabels(), workload))
                .toList();
        Set<String> places =
                spread.stream().map(TopologySpreadConstraint::getTopologyKey).collect(Collectors.toSet());
        if (!places.containsAll(PLACES)) {
            faults.add(workload + " must be spread over hosts and zones");
        }
        if (manifests.overlay().isProduction()
                && spread.stream().anyMatch(one -> !"DoNotSchedule".equals(one.getWhenUnsatisfiable()))) {
            faults.add(workload + " must not have two pods on one host in production");
        }
    }

    private static void replicas(Manifests manifests, Workload workload, List<String> faults) {
        List<HorizontalPodAutoscaler> scalers = manifests.all(HorizontalPodAutoscaler.class).stream()
                .filter(scaler -> scaler.getSpec().getScaleTargetRef().getName().equals(workload.name()))
                .toList();
        if (scalers.isEmpty()) {
            if (workload.replicas() == null || workload.replicas() < 2) {
                faults.add(workload + " must have two replicas");
            }
        } else {
            if (workload.replicas() != null) {
                faults.add(workload + " must leave the number of replicas to its autoscaler");
            }
            if (scalers.getFirst().getSpec().getMinReplicas() < 2) {
                faults.add(workload + " must not be scaled below two replicas");
            }
        }
    }

    private static void rollOut(Deployment deployment, List<String> faults) {
        RollingUpdateDeployment update = deployment.getSpec().getStrategy() == null
                ? null
                : deployment.getSpec().getStrategy().getRollingUpdate();
        if (update == null
                || !new IntOrString(0).equals(update.getMaxUnavailable())
                || !new IntOrString(1).equals(update.getMaxSurge())) {
            faults.add("Deployment/%s must start a new pod before it ends an old one, one at a time"
                    .formatted(deployment.getMetadata().getName()));
        }
        if (deployment.getSpec().getMinReadySeconds() == null
                || deployment.getSpec().getMinReadySeconds() < 10) {
            faults.add("Deployment/%s must look at a new pod for ten seconds"
                    .formatted(deployment.getMetadata().getName()));
        }
    }

    private static boolean selects(Map<String, String> selector, Workload workload) {
        return !selector.isEmpty() && workload.labels().entrySet().containsAll(selector.entrySet());
    }
}
