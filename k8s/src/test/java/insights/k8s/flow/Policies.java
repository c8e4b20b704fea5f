package insights.k8s.flow;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;

/** What network policies let through, as their definition has it (Kubernetes documentation, Network Policies). */
public final class Policies {

    private final List<NetworkPolicy> policies;

    public Policies(List<NetworkPolicy> policies) {
        this.policies = policies;
    }

    /** Whether packets get from one to another at a port: what sends must be let out, and what receives let in. */
    public boolean allow(Peer from, Peer to, int port, String protocol) {
        return letsOut(from, to, port, protocol) && letsIn(from, to, port, protocol);
    }

    private boolean letsOut(Peer from, Peer to, int port, String protocol) {
        List<NetworkPolicy> ofSender = of(from, "Egress");
        return ofSender.isEmpty()
                || ofSender.stream()
                        .flatMap(policy -> policy.getSpec().getEgress().stream())
                        .anyMatch(rule -> matches(rule, to, port, protocol));
    }

    private boolean letsIn(Peer from, Peer to, int port, String protocol) {
        List<NetworkPolicy> ofReceiver = of(to, "Ingress");
        return ofReceiver.isEmpty()
                || ofReceiver.stream()
                        .flatMap(policy -> policy.getSpec().getIngress().stream())
                        .anyMatch(rule -> matches(rule, from, to, port, protocol));
    }

    private List<NetworkPolicy> of(Peer peer, String direction) {
        if (!peer.isOurs()) {
            return List.of();
        }
        return policies.stream()
                .filter(policy -> policy.getSpec().getPolicyTypes().contains(direction))
                .filter(policy -> selects(policy.getSpec().getPodSelector(), peer.pod()))
                .toList();
    }

    private static boolean matches(NetworkPolicyEgressRule rule, Peer to, int port, String protocol) {
        return isOneOf(rule.getTo(), to) && isOneOf(rule.getPorts(), to, port, protocol);
    }

    private static boolean matches(NetworkPolicyIngressRule rule, Peer from, Peer to, int port, String protocol) {
        return isOneOf(rule.getFrom(), from) && isOneOf(rule.getPorts(), to, port, protocol);
    }

    private static boolean isOneOf(List<NetworkPolicyPeer> peers, Peer peer) {
        return peers.isEmpty() || peers.stream().anyMatch(one -> is(one, peer));
    }

    private static boolean is(NetworkPolicyPeer one, Peer peer) {
        if (one.getIpBlock() != null) {
            return peer.address() != null && holds(one.getIpBlock(), peer.address());
        }
        if (peer.pod() == null) {
            return false;
        }
        boolean namespace = one.getNamespaceSelector() == null
                ? peer.isOurs()
                : peer.isOurs()
                        ? selects(one.getNamespaceSelector(), Map.of())
                        : selects(one.getNamespaceSelector(), peer.namespace());
        return namespace && (one.getPodSelector() == null || selects(one.getPodSelector(), peer.pod()));
    }

    private static boolean isOneOf(List<NetworkPolicyPort> ports, Peer to, int port, String protocol) {
        return ports.isEmpty()
                || ports.stream()
                        .anyMatch(one -> protocol.equals(one.getProtocol() == null ? "TCP" : one.getProtocol())
                                && isIt(one, to, port));
    }

    private static boolean isIt(NetworkPolicyPort one, Peer to, int port) {
        IntOrString wanted = one.getPort();
        if (wanted == null) {
            return true;
        }
        Integer number =
                wanted.getStrVal() == null ? wanted.getIntVal() : to.ports().get(wanted.getStrVal());
        if (number == null) {
            return false;
        }
        return one.getEndPort() == null ? number == port : number <= port && port <= one.getEndPort();
    }

    private static boolean holds(IPBlock block, String address) {
        return Network.of(block.getCidr()).holds(address)
                && block.getExcept().stream().noneMatch(part -> Network.of(part).holds(address));
    }

    private static boolean selects(LabelSelector selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
                && selector.getMatchExpressions().stream().allMatch(expression -> {
                    String value = labels.get(expression.getKey());
                    return switch (expression.getOperator()) {
                        case "In" -> value != null && expression.getValues().contains(value);
                        case "NotIn" -> value == null || !expression.getValues().contains(value);
                        case "Exists" -> value != null;
                        case "DoesNotExist" -> value == null;
                        default -> throw new AssertionError("An unknown operator: " + expression.getOperator());
                    };
                });
    }
}
