package insights.destination.type;

/** The kinds of destination that there are. */
public enum ConnectionType {
    AUTOPILOT
}
