package insights.k8s.flow;

import insights.k8s.manifest.Manifests;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Between whom packets go, by the policies of manifests, compared with what is wanted. */
public final class FlowMap {

    private static final List<Integer> DNS = List.of(53);
    private static final List<Integer> WEB = List.of(80, 443);

    private FlowMap() {}

    /** What is closed and should be open, and the other way round. */
    public static List<String> faults(Manifests manifests) {
        List<Peer> cast = Cast.of(manifests);
        Set<Flow> wanted = Wanted.of(manifests, cast);
        Set<Flow> open = open(new Policies(manifests.all(NetworkPolicy.class)), cast);
        List<String> faults = new ArrayList<>();
        wanted.stream().filter(flow -> !open.contains(flow)).forEach(flow -> faults.add("Closed: " + flow));
        open.stream().filter(flow -> !wanted.contains(flow)).forEach(flow -> faults.add("Open: " + flow));
        return faults;
    }

    private static Set<Flow> open(Policies policies, List<Peer> cast) {
        Set<Flow> open = new TreeSet<>();
        for (Peer from : cast) {
            for (Peer to : cast) {
                if (!from.isOurs() && !to.isOurs()) {
                    continue;
                }
                if (to.isOurs()) {
                    to.ports().forEach((name, number) -> {
                        if (policies.allow(from, to, number, "TCP")) {
                            open.add(new Flow(from.name(), to.name(), name));
                        }
                    });
                } else {
                    web(policies, from, to, open);
                }
            }
        }
        return open;
    }

    private static void web(Policies policies, Peer from, Peer to, Set<Flow> open) {
        WEB.stream()
                .filter(port -> policies.allow(from, to, port, "TCP"))
                .forEach(port -> open.add(new Flow(from.name(), to.name(), port.toString())));
        for (int port : DNS) {
            for (String protocol : List.of("UDP", "TCP")) {
                if (policies.allow(from, to, port, protocol)) {
                    open.add(new Flow(from.name(), to.name(), port + "/" + protocol));
                }
            }
        }
    }
}
