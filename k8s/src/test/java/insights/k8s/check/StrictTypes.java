package insights.k8s.check;

import insights.k8s.manifest.Manifests;
import io.fabric8.kubernetes.api.model.AnyType;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every object is of a known version, and has no field that its type does not have. */
final class StrictTypes implements Check {

    /** Served by Kubernetes 1.34 and not deprecated. No Job: its template never changes, so it cannot be applied again. */
    private static final Set<String> KUBERNETES = Set.of(
            "v1 Namespace",
            "v1 ConfigMap",
            "v1 Secret",
            "v1 Service",
            "v1 ServiceAccount",
            "apps/v1 Deployment",
            "apps/v1 StatefulSet",
            "batch/v1 CronJob",
            "autoscaling/v2 HorizontalPodAutoscaler",
            "policy/v1 PodDisruptionBudget",
            "networking.k8s.io/v1 NetworkPolicy",
            "networking.k8s.io/v1 Ingress");

    /** Of the operators that k8s/README.md names. */
    private static final Set<String> OTHERS = Set.of(
            "gateway.networking.k8s.io/v1 Gateway",
            "gateway.networking.k8s.io/v1 HTTPRoute",
            "cert-manager.io/v1 Certificate",
            "external-secrets.io/v1 ExternalSecret",
            "external-secrets.io/v1 SecretStore",
            "monitoring.coreos.com/v1 PrometheusRule",
            "monitoring.coreos.com/v1 ServiceMonitor",
            "postgresql.cnpg.io/v1 Cluster",
            "postgresql.cnpg.io/v1 ScheduledBackup",
            "barmancloud.cnpg.io/v1 ObjectStore",
            "k8s.keycloak.org/v2alpha1 Keycloak",
            "k8s.keycloak.org/v2alpha1 KeycloakRealmImport");

    private static final String MODEL = "io.fabric8.kubernetes.api.model";
    private static final String UNKNOWN = "additionalProperties";

    @Override
    public List<String> faults(Manifests manifests) {
        List<String> faults = new ArrayList<>();
        for (HasMetadata object : manifests.objects()) {
            String type = object.getApiVersion() + " " + object.getKind();
            String name = object.getKind() + "/" + object.getMetadata().getName();
            if (!KUBERNETES.contains(type) && !OTHERS.contains(type)) {
                faults.add("%s is of an unknown type, or a deprecated one: %s".formatted(name, type));
            }
            if (!(object instanceof GenericKubernetesResource)) {
                walk(object, name, faults);
            }
        }
        return faults;
    }

    private static void walk(Object value, String path, List<String> faults) {
        switch (value) {
            case null -> {}
            case AnyType any -> {}
            case Collection<?> list -> {
                int i = 0;
                for (Object element : list) {
                    walk(element, path + "/" + i++, faults);
                }
            }
            case Map<?, ?> map -> map.forEach((key, element) -> walk(element, path + "/" + key, faults));
            default -> {
                if (value.getClass().getName().startsWith(MODEL)) {
                    fields(value, path, faults);
                }
            }
        }
    }

    private static void fields(Object value, String path, List<String> faults) {
        for (Class<?> type = value.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || field.isEnumConstant()) {
                    continue;
                }
                Object content = content(field, value);
                if (field.getName().equals(UNKNOWN)) {
                    ((Map<?, ?>) content)
                            .keySet()
                            .forEach(key -> faults.add("%s has no field %s".formatted(path, key)));
                } else {
                    walk(content, path + "/" + field.getName(), faults);
                }
            }
        }
    }

    private static Object content(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
