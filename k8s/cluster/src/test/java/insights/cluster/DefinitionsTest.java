package insights.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The overlay {@code production}, and the base with each component, as a server takes them that knows the operators' own
 * definitions, strictly. Where a definition is not to be had as a Go module, its objects are left out, and it says so.
 */
@Order(2)
class DefinitionsTest {

    private static final String NAMESPACE = "insights";

    /** Modules of the operators, and the files of the definitions that the manifests use. */
    private static final Map<String, List<String>> MODULES = Map.of(
            "github.com/cert-manager/cert-manager@v1.21.2",
            List.of("deploy/crds/cert-manager.io_certificates.yaml"),
            "github.com/external-secrets/external-secrets@v1.3.2",
            List.of(
                    "config/crds/bases/external-secrets.io_externalsecrets.yaml",
                    "config/crds/bases/external-secrets.io_secretstores.yaml"),
            "github.com/prometheus-operator/prometheus-operator@v0.85.0",
            List.of(
                    "example/prometheus-operator-crd/monitoring.coreos.com_prometheusrules.yaml",
                    "example/prometheus-operator-crd/monitoring.coreos.com_servicemonitors.yaml"),
            "sigs.k8s.io/gateway-api@v1.4.0",
            List.of(
                    "config/crd/standard/gateway.networking.k8s.io_gateways.yaml",
                    "config/crd/standard/gateway.networking.k8s.io_httproutes.yaml"));

    /** Groups whose definitions are in no module. */
    private static final Set<String> NOT_TO_BE_HAD =
            Set.of("postgresql.cnpg.io", "barmancloud.cnpg.io", "k8s.keycloak.org");

    private static Kubectl kubectl;

    @BeforeAll
    static void definitions() throws IOException {
        kubectl = SharedCluster.get().kubectl();
        List<String> files = new ArrayList<>();
        Path empty = Files.createDirectories(SharedCluster.PROJECT.resolve("k8s/target/cluster/definitions"));
        for (var module : MODULES.entrySet()) {
            Program.Result fetched =
                    Program.run(List.of("go", "-C", empty.toString(), "mod", "download", "-json", module.getKey()), "");
            assumeThat(fetched.status())
                    .as("the definitions of %s cannot be fetched: %s", module.getKey(), fetched.printed())
                    .isZero();
            String folder =
                    new ObjectMapper().readTree(fetched.printed()).get("Dir").textValue();
            module.getValue().forEach(file -> files.add("--filename=" + folder + "/" + file));
        }
        kubectl.run(concat(List.of("apply", "--server-side"), files));
        kubectl.run(concat(List.of("wait", "--for=condition=Established", "--timeout=60s"), files));
        kubectl.run("apply", "--server-side", "--filename=" + project("k8s/overlays/production/namespace.yaml"));
    }

    @AfterAll
    static void end() {
        kubectl.run("delete", "namespace", NAMESPACE, "--timeout=5m");
    }

    @Test
    void productionIsTakenTwiceAndIsTheSame() {
        Rendered production = known(Rendered.of(kubectl, project("k8s/overlays/production")));
        apply(production);
        Map<String, String> before = generations(production);
        apply(production);
        assertThat(generations(production)).isEqualTo(before);
    }

    @Test
    void theBaseIsTakenWithEachComponent() throws IOException {
        try (var components = Files.list(project("k8s/components"))) {
            for (Path component : components.sorted().toList()) {
                Path folder = Files.createDirectories(
                        project("k8s/target/cluster/definitions").resolve(component.getFileName()));
                Files.writeString(folder.resolve("kustomization.yaml"), """
                        apiVersion: kustomize.config.k8s.io/v1beta1
                        kind: Kustomization
                        namespace: insights
                        resources: [../../../../base]
                        components: [../../../../components/%s]
                        """.formatted(component.getFileName()));
                String answer = kubectl.runWith(
                        known(Rendered.of(kubectl, folder)).list(),
                        "apply",
                        "--server-side",
                        "--force-conflicts",
                        "--validate=strict",
                        "--dry-run=server",
                        "--filename=-");
                assertThat(answer).as(component.toString()).contains("deployment.apps/segment-service");
            }
        }
    }

    @Test
    void aMisspeltFieldOfAnOperatorIsRefused() {
        String answer = kubectl.attemptWith(
                """
                apiVersion: monitoring.coreos.com/v1
                kind: ServiceMonitor
                metadata: {name: misspelt, namespace: insights}
                spec: {selector: {}, endpoints: [{prot: management}]}
                """, "apply", "--server-side", "--validate=strict", "--dry-run=server", "--filename=-");
        assertThat(answer).contains("prot");
    }

    private static void apply(Rendered production) {
        kubectl.runWith(production.list(), "apply", "--server-side", "--validate=strict", "--filename=-");
    }

    /** Of every object, what tells a change from none: its generation, and when our own fields were last written. */
    private static Map<String, String> generations(Rendered production) {
        return production.objects().stream()
                .collect(Collectors.toMap(DefinitionsTest::id, DefinitionsTest::generation));
    }

    private static String generation(JsonNode object) {
        JsonNode there = kubectl.json("--namespace=" + NAMESPACE, "get", id(object), "--show-managed-fields");
        String ours = there.at("/metadata/managedFields").findParents("manager").stream()
                .filter(fields -> fields.get("manager").textValue().equals("kubectl"))
                .map(fields -> fields.get("time").textValue())
                .collect(Collectors.joining());
        assertThat(ours).as(id(object)).isNotEmpty();
        return there.at("/metadata/generation").asText() + " " + ours;
    }

    private static String id(JsonNode object) {
        String group = group(object);
        return object.get("kind").textValue().toLowerCase(Locale.ROOT)
                + (group.isEmpty() ? "" : "." + group)
                + "/"
                + object.at("/metadata/name").textValue();
    }

    private static String group(JsonNode object) {
        String version = object.get("apiVersion").textValue();
        return version.contains("/") ? version.replaceFirst("/.*", "") : "";
    }

    private static Rendered known(Rendered all) {
        Set<String> left = new TreeSet<>();
        Rendered known = all.without(object -> {
            boolean unknown = NOT_TO_BE_HAD.contains(group(object));
            if (unknown) {
                left.add(id(object));
            }
            return unknown;
        });
        if (!left.isEmpty()) {
            System.out.println("not held against definitions: " + String.join(", ", left));
        }
        return known;
    }

    private static Path project(String path) {
        return SharedCluster.PROJECT.resolve(path);
    }

    private static String[] concat(List<String> first, List<String> second) {
        return Program.prefixed(first, second).toArray(String[]::new);
    }
}
