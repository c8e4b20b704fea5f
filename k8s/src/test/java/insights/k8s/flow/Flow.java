package insights.k8s.flow;

/** Packets from somebody to somebody at a port. */
public record Flow(String from, String to, String port) implements Comparable<Flow> {

    @Override
    public int compareTo(Flow other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return "%s → %s at %s".formatted(from, to, port);
    }
}
