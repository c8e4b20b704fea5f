package insights.k8s.flow;

import insights.k8s.manifest.Manifests;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The flows that there are to be, and no others. A deployable that is added adds its own here. */
final class Wanted {

    private static final Map<String, List<String>> CALLS = Map.of(
            "destination-service", List.of("export-service"),
            "segment-service", List.of("export-service"),
            "export-service", List.of("destination-service", "segment-service"),
            "console", List.of("destination-service", "segment-service", "export-service"),
            "refresh", List.of("segment-service", "export-service"));

    private static final List<String> TO_THE_INTERNET = List.of("destination-service", "export-service");
    private static final List<String> DNS = List.of("DNS", "node-local DNS");
    private static final List<String> EVERYWHERE = List.of(Cast.INTERNET, "internet by IPv6", Cast.IDENTITY_PROVIDER);

    private Wanted() {}

    static Set<Flow> of(Manifests manifests, List<Peer> cast) {
        Set<Flow> wanted = new TreeSet<>();
        List<String> ours = cast.stream().filter(Peer::isOurs).map(Peer::name).toList();
        List<String> services = ours.stream().filter(Wanted::isReached).toList();
        for (String name : ours) {
            DNS.forEach(dns -> wanted.add(new Flow(name, dns, "53/UDP")));
            DNS.forEach(dns -> wanted.add(new Flow(name, dns, "53/TCP")));
            CALLS.getOrDefault(name, List.of()).forEach(called -> wanted.add(new Flow(name, called, "http")));
            boolean signsIn = CALLS.containsKey(name);
            if (signsIn && ours.contains("keycloak")) {
                wanted.add(new Flow(name, "keycloak", "http"));
            }
            if (signsIn && manifests.overlay().isProduction()) {
                wanted.add(new Flow(name, Cast.IDENTITY_PROVIDER, "443"));
            }
            if (TO_THE_INTERNET.contains(name)) {
                EVERYWHERE.forEach(there -> wanted.add(new Flow(name, there, "443")));
            }
            if (name.endsWith("-database")) {
                wanted.add(new Flow(name.replace("-database", "-service"), name, "postgresql"));
            }
        }
        for (String service : services) {
            wanted.add(new Flow("gateway of the cluster", service, "http"));
            wanted.add(new Flow("Prometheus", service, "management"));
        }
        ofOperatedDatabases(manifests, ours, wanted);
        ofKeycloak(manifests, ours, wanted);
        ofLocal(manifests, services, wanted, cast);
        return wanted;
    }

    /** Whether people reach it through the cluster's gateway, and it tells metrics. */
    private static boolean isReached(String name) {
        return name.endsWith("-service") || name.equals("console");
    }

    /** Their operator's program talks with its own, with the API of Kubernetes and with the store of the backups. */
    private static void ofOperatedDatabases(Manifests manifests, List<String> ours, Set<Flow> wanted) {
        if (manifests.written("Cluster").isEmpty()) {
            return;
        }
        ours.stream().filter(name -> name.endsWith("-database")).forEach(name -> {
            wanted.add(new Flow("database operator", name, "postgresql"));
            wanted.add(new Flow(name, name, "postgresql"));
            EVERYWHERE.forEach(there -> wanted.add(new Flow(name, there, "443")));
            wanted.add(new Flow(name, "private network", "443"));
            wanted.add(new Flow(name, "node-local DNS", "443"));
            wanted.add(new Flow(name, "metadata of the cloud", "443"));
        });
    }

    private static void ofKeycloak(Manifests manifests, List<String> ours, Set<Flow> wanted) {
        if (!manifests.written("Keycloak").isEmpty()) {
            wanted.add(new Flow("gateway of the cluster", "keycloak", "http"));
        }
    }

    /** The door and the stand-ins, to which everybody may come whom the node lets in. */
    private static void ofLocal(Manifests manifests, List<String> services, Set<Flow> wanted, List<Peer> cast) {
        if (!manifests.overlay().isLocal()) {
            return;
        }
        services.forEach(service -> wanted.add(new Flow("gateway", service, "http")));
        TO_THE_INTERNET.forEach(service -> wanted.add(new Flow(service, "sandbox", "http")));
        for (Peer peer : cast) {
            if (!peer.isOurs()) {
                wanted.add(new Flow(peer.name(), "gateway", "http"));
                wanted.add(new Flow(peer.name(), "keycloak", "http"));
            }
        }
    }
}
