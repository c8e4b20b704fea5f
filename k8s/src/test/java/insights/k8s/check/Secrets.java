package insights.k8s.check;

import insights.k8s.manifest.Manifests;
import insights.k8s.manifest.Project;
import insights.k8s.manifest.Workload;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Secrets are files, stand in no manifest but the local one, and the owner of a database is known to its migration only. */
final class Secrets implements Check {

    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|_keys?|token)(_\\d+)?");
    private static final String OWNER = "-owner";

    @Override
    public List<String> faults(Manifests manifests) {
        List<String> faults = new ArrayList<>();
        if (!manifests.overlay().isLocal()) {
            manifests
                    .all(Secret.class)
                    .forEach(secret -> faults.add("Secret/%s must not be in a manifest"
                            .formatted(secret.getMetadata().getName())));
        }
        for (ConfigMap map : manifests.all(ConfigMap.class)) {
            literal("ConfigMap/" + map.getMetadata().getName(), map.getData(), faults);
        }
        for (Workload workload : manifests.workloads()) {
            for (Container container : workload.containers()) {
                container
                        .getEnv()
                        .forEach(variable -> literal(
                                workload.toString(),
                                variable.getValue() == null ? Map.of() : Map.of(variable.getName(), ""),
                                faults));
            }
            if (workload.isService()) {
                service(workload, faults);
            }
        }
        return faults;
    }

    private static void service(Workload workload, List<String> faults) {
        for (Container container : workload.containers()) {
            boolean migrates = container.getName().equals("migrate");
            boolean inVariables = container.getEnvFrom().stream().anyMatch(source -> source.getSecretRef() != null)
                    || container.getEnv().stream()
                            .anyMatch(variable -> variable.getValueFrom() != null
                                    && variable.getValueFrom().getSecretKeyRef() != null);
            if (inVariables) {
                faults.add(workload + " must read its secrets from files");
            }
            container.getVolumeMounts().forEach(mount -> secret(workload, mount.getName())
                    .ifPresent(secret -> {
                        if (secret.contains(OWNER) != migrates) {
                            faults.add("%s %s must not know %s".formatted(workload, container.getName(), secret));
                        }
                    }));
        }
        workload.containers().forEach(container -> readsItsFile(workload, container, faults));
        boolean migratesItself = Project.hasDatabase(workload.name())
                && Workload.variable(workload.main(), "QUARKUS_FLYWAY_MIGRATE_AT_START")
                        .filter("false"::equals)
                        .isEmpty();
        if (migratesItself) {
            faults.add(workload + " must leave migrations to its init container");
        }
        workload.migration()
                .filter(migration -> Workload.variable(migration, "QUARKUS_PROFILE")
                        .filter("migrate"::equals)
                        .isEmpty())
                .ifPresent(
                        migration -> faults.add(workload + " migrate must do nothing but migrate (QUARKUS_PROFILE)"));
    }

    /** By its name, too: files of another name are not read. */
    private static void readsItsFile(Workload workload, Container container, List<String> faults) {
        boolean reads = container.getVolumeMounts().stream()
                .filter(mount -> secret(workload, mount.getName()).isPresent())
                .anyMatch(mount -> Workload.variable(container, "QUARKUS_CONFIG_LOCATIONS")
                        .filter((mount.getMountPath() + "/application.properties")::equals)
                        .isPresent());
        if (!reads) {
            faults.add("%s %s must read the file of its Secret".formatted(workload, container.getName()));
        }
    }

    private static Optional<String> secret(Workload workload, String volume) {
        return workload.pod().getVolumes().stream()
                .filter(one -> one.getName().equals(volume) && one.getSecret() != null)
                .map(one -> one.getSecret().getSecretName())
                .findFirst();
    }

    /** Names of files that hold secrets are no secrets. */
    private static void literal(String where, Map<String, String> values, List<String> faults) {
        values.keySet().stream()
                .filter(name -> SECRET.matcher(name).matches())
                .forEach(name -> faults.add("%s has a secret in clear: %s".formatted(where, name)));
    }
}
