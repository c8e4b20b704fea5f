package insights.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import insights.k8s.manifest.Manifests;
import insights.k8s.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The settings in the files of Secrets, by the names that they have as variables. */
final class SecretSettings {

    private static final String FILE = "application.properties";

    private SecretSettings() {}

    /** What a container reads from the Secrets that are mounted in it, as far as the manifests know them. */
    static Set<String> of(Manifests manifests, Workload workload, Container container) {
        Set<String> names = new TreeSet<>();
        for (VolumeMount mount : container.getVolumeMounts()) {
            workload.pod().getVolumes().stream()
                    .filter(volume -> volume.getName().equals(mount.getName()) && volume.getSecret() != null)
                    .map(Volume::getSecret)
                    .forEach(secret -> file(manifests, secret.getSecretName())
                            .ifPresent(text ->
                                    properties(text).stringPropertyNames().forEach(name -> names.add(variable(name)))));
        }
        return names;
    }

    /** The file of a Secret, or the template of it. */
    static Optional<String> file(Manifests manifests, String secret) {
        for (Secret there : manifests.all(Secret.class)) {
            if (there.getMetadata().getName().equals(secret) && there.getData().containsKey(FILE)) {
                return Optional.of(new String(
                        Base64.getMimeDecoder().decode(there.getData().get(FILE)), StandardCharsets.UTF_8));
            }
        }
        for (JsonNode external : manifests.written("ExternalSecret")) {
            if (external.at("/spec/target/name").asText().equals(secret)) {
                return Optional.of(
                        external.at("/spec/target/template/data").path(FILE).asText());
            }
        }
        return Optional.empty();
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Properties properties(String text) {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(text));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
