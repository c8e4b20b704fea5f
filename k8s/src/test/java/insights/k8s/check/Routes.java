package insights.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import insights.k8s.manifest.Manifests;
import insights.k8s.manifest.Project;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What leads in from outside is what the gateway of the local platform lets in: the same paths to the same services. */
final class Routes implements Check {

    /** The one path below /hooks that may be public, for those who want it. */
    private static final String HOOK = "POST Exact /hooks/refresh-completed export-service";

    private static final String GATEWAY = "local-platform/src/main/java/insights/platform/gateway/Routes.java";
    private static final Pattern ENTRY = Pattern.compile("Map\\.entry\\(\"([\\w-]+)\", Port\\.(\\w+)\\)");

    @Override
    public List<String> faults(Manifests manifests) {
        List<String> faults = new ArrayList<>();
        Set<String> routes = new TreeSet<>();
        manifests.written("HTTPRoute").forEach(route -> routes(manifests, route, routes, faults));
        manifests.written("Ingress").forEach(ingress -> paths(manifests, ingress, routes, faults));
        routes.remove(HOOK);
        if (routes.isEmpty()) {
            return faults;
        }
        Set<String> wanted = ofTheGateway();
        wanted.stream().filter(route -> !routes.contains(route)).forEach(route -> faults.add("No route is " + route));
        routes.stream()
                .filter(route -> !wanted.contains(route))
                .forEach(route -> faults.add("A route leads where the gateway does not: " + route));
        return faults;
    }

    private static Set<String> ofTheGateway() {
        Set<String> wanted = new TreeSet<>();
        ENTRY.matcher(Project.text(GATEWAY)).results().forEach(entry -> {
            String service = entry.group(2).toLowerCase(Locale.ROOT).replace('_', '-');
            if (!entry.group(1).equals("hooks")) {
                wanted.add("* Prefix /%s %s".formatted(entry.group(1), service));
            }
            if (service.endsWith("-service")) {
                wanted.add("* Exact /openapi/%s %s".formatted(service, service));
            }
        });
        if (wanted.size() < 10) {
            throw new AssertionError("The gateway's list cannot be read: " + wanted);
        }
        return wanted;
    }

    private static void routes(Manifests manifests, JsonNode route, Set<String> routes, List<String> faults) {
        for (JsonNode rule : route.at("/spec/rules")) {
            JsonNode backends = rule.path("backendRefs");
            if (backends.size() != 1) {
                faults.add("A route must lead to one service: " + rule);
                continue;
            }
            String service = backends.get(0).path("name").asText();
            if (rule.path("matches").isEmpty()) {
                routes.add("* Prefix / " + service);
            }
            rule.path("matches")
                    .forEach(match -> routes.add("%s %s %s %s"
                            .formatted(
                                    match.path("method").asText("*"),
                                    match.at("/path/type").asText("PathPrefix").replace("PathPrefix", "Prefix"),
                                    match.at("/path/value").asText("/"),
                                    service)));
            leadsToAnApi(manifests, service, backends.get(0).path("port").asText(), faults);
        }
    }

    private static void paths(Manifests manifests, JsonNode ingress, Set<String> routes, List<String> faults) {
        if (ingress.at("/spec").has("defaultBackend")) {
            faults.add("The ingress must lead nowhere by default");
        }
        for (JsonNode rule : ingress.at("/spec/rules")) {
            for (JsonNode path : rule.at("/http/paths")) {
                JsonNode service = path.at("/backend/service");
                routes.add("* %s %s %s"
                        .formatted(
                                path.path("pathType").asText(),
                                path.path("path").asText(),
                                service.path("name").asText()));
                JsonNode port = service.path("port");
                leadsToAnApi(
                        manifests,
                        service.path("name").asText(),
                        port.has("name")
                                ? port.path("name").asText()
                                : port.path("number").asText(),
                        faults);
            }
        }
    }

    private static void leadsToAnApi(Manifests manifests, String service, String port, List<String> faults) {
        boolean there = manifests.all(Service.class).stream()
                .filter(one -> one.getMetadata().getName().equals(service))
                .flatMap(one -> one.getSpec().getPorts().stream())
                .filter(one -> "http".equals(one.getName()))
                .anyMatch(one -> isIt(one, port));
        if (!there) {
            faults.add("A route leads to %s at %s, which is no API".formatted(service, port));
        }
    }

    private static boolean isIt(ServicePort port, String named) {
        return port.getName().equals(named) || port.getPort().toString().equals(named);
    }
}
