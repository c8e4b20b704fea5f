package insights.destination.type;

/** The kinds of destination that there are. Each has a {@link DestinationType} with what else is to know of it. */
public enum ConnectionType {
    AUTOPILOT("Autopilot"),
    /** What Autopilot became. */
    ORTTO("Ortto");

    private final String label;

    ConnectionType(String label) {
        this.label = label;
    }

    /** What people call it. */
    public String label() {
        return label;
    }
}
