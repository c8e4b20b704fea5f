package insights.k8s.check;

import insights.k8s.manifest.Manifests;
import insights.k8s.manifest.Workload;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whatever a pod refers to is there, or in the list of what is to be provided. */
final class References implements Check {

    @Override
    public List<String> faults(Manifests manifests) {
        List<String> faults = new ArrayList<>();
        Set<String> maps = names(manifests, ConfigMap.class);
        Set<String> secrets = names(manifests, Secret.class);
        manifests
                .written("ExternalSecret")
                .forEach(
                        external -> secrets.add(external.at("/spec/target/name").asText()));
        manifests
                .written("Certificate")
                .forEach(certificate ->
                        secrets.add(certificate.at("/spec/secretName").asText()));
        if (!manifests.overlay().isLocal()) {
            secrets.addAll(Documented.provided());
        }
        for (Workload workload : manifests.workloads()) {
            Set<String> usedMaps = new TreeSet<>();
            Set<String> usedSecrets = new TreeSet<>();
            workload.containers().forEach(container -> used(container, usedMaps, usedSecrets));
            workload.pod().getVolumes().forEach(volume -> {
                if (volume.getConfigMap() != null) {
                    usedMaps.add(volume.getConfigMap().getName());
                }
                if (volume.getSecret() != null) {
                    usedSecrets.add(volume.getSecret().getSecretName());
                }
            });
            usedMaps.removeAll(maps);
            usedMaps.forEach(
                    name -> faults.add("%s refers to ConfigMap/%s, which is not there".formatted(workload, name)));
            usedSecrets.removeAll(secrets);
            usedSecrets.forEach(
                    name -> faults.add("%s refers to Secret/%s, which nobody provides".formatted(workload, name)));
            String account = workload.pod().getServiceAccountName();
            if (account != null && !names(manifests, ServiceAccount.class).contains(account)) {
                faults.add("%s refers to ServiceAccount/%s, which is not there".formatted(workload, account));
            }
            workload.containers().forEach(container -> container.getVolumeMounts().stream()
                    .filter(mount -> !has(workload, mount.getName()))
                    .forEach(mount ->
                            faults.add("%s mounts %s, which it has not".formatted(workload, mount.getName()))));
        }
        return faults;
    }

    private static boolean has(Workload workload, String volume) {
        return workload.pod().getVolumes().stream()
                        .anyMatch(one -> one.getName().equals(volume))
                || workload.kind().equals("StatefulSet");
    }

    private static void used(Container container, Set<String> maps, Set<String> secrets) {
        container.getEnvFrom().forEach(source -> {
            if (source.getConfigMapRef() != null) {
                maps.add(source.getConfigMapRef().getName());
            }
            if (source.getSecretRef() != null) {
                secrets.add(source.getSecretRef().getName());
            }
        });
    }

    private static Set<String> names(Manifests manifests, Class<? extends HasMetadata> type) {
        Set<String> names = new TreeSet<>();
        manifests.all(type).forEach(object -> names.add(object.getMetadata().getName()));
        return names;
    }
}
