package insights.k8s.check;

import insights.k8s.manifest.Manifests;
import insights.k8s.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;

/** The `restricted` standard for every container of every pod, those that run first included, and what it does not ask for. */
final class RestrictedPods implements Check {

    private static final String ENFORCED = "pod-security.kubernetes.io/enforce";

    @Override
    public List<String> faults(Manifests manifests) {
        List<String> faults = new ArrayList<>();
        for (Workload workload : manifests.workloads()) {
            pod(workload, faults);
            workload.containers()
                    .forEach(container -> container(workload + " " + container.getName(), container, faults));
        }
        for (Namespace namespace : manifests.all(Namespace.class)) {
            if (!"restricted".equals(namespace.getMetadata().getLabels().get(ENFORCED))) {
                faults.add("The namespace does not enforce the restricted standard");
            }
        }
        return faults;
    }

    private static void pod(Workload workload, List<String> faults) {
        PodSpec pod = workload.pod();
        var security = pod.getSecurityContext();
        if (security == null
                || !Boolean.TRUE.equals(security.getRunAsNonRoot())
                || security.getRunAsUser() == null
                || security.getRunAsUser() == 0) {
            faults.add(workload + " must run as a user who is a number and not root");
        }
        if (security == null
                || security.getSeccompProfile() == null
                || !"RuntimeDefault".equals(security.getSeccompProfile().getType())) {
            faults.add(workload + " must have the seccomp profile RuntimeDefault");
        }
        if (Boolean.TRUE.equals(pod.getHostNetwork())
                || Boolean.TRUE.equals(pod.getHostPID())
                || Boolean.TRUE.equals(pod.getHostIPC())) {
            faults.add(workload + " must not share the node's namespaces");
        }
        if (!Boolean.FALSE.equals(pod.getAutomountServiceAccountToken())) {
            faults.add(workload + " must have no token of its service account");
        }
        if (!Boolean.FALSE.equals(pod.getEnableServiceLinks())) {
            faults.add(workload + " must have no variables of other services");
        }
        if (workload.isService() && !workload.name().equals(pod.getServiceAccountName())) {
            faults.add(workload + " must have a service account of its own");
        }
        for (Volume volume : pod.getVolumes()) {
            if (volume.getConfigMap() == null
                    && volume.getSecret() == null
                    && volume.getEmptyDir() == null
                    && volume.getPersistentVolumeClaim() == null) {
                faults.add("%s has a volume that is neither of its own nor given: %s"
                        .formatted(workload, volume.getName()));
            }
        }
    }

    private static void container(String name, Container container, List<String> faults) {
        SecurityContext security =
                container.getSecurityContext() == null ? new SecurityContext() : container.getSecurityContext();
        if (!Boolean.FALSE.equals(security.getAllowPrivilegeEscalation())
                || Boolean.TRUE.equals(security.getPrivileged())) {
            faults.add(name + " must not gain privileges");
        }
        if (!Boolean.TRUE.equals(security.getReadOnlyRootFilesystem())) {
            faults.add(name + " must have a read-only root");
        }
        if (security.getCapabilities() == null
                || !security.getCapabilities().getDrop().equals(List.of("ALL"))
                || !security.getCapabilities().getAdd().isEmpty()) {
            faults.add(name + " must drop all capabilities");
        }
        if (security.getRunAsUser() != null || security.getRunAsNonRoot() != null) {
            faults.add(name + " must not choose another user than its pod");
        }
        if (container.getPorts().stream().anyMatch(port -> port.getHostPort() != null)) {
            faults.add(name + " must not take a port of its node");
        }
        container.getVolumeMounts().stream()
                .filter(mount -> mount.getSubPath() != null)
                .forEach(mount -> faults.add(
                        "%s mounts a part of %s, which never changes with it".formatted(name, mount.getName())));
    }
}
