package insights.destination.connection;

import java.util.EnumMap;
import java.util.Map;

/**
 * Whether a connection can be used. What may follow what is in {@link #TRANSITIONS}; a removed connection has no status,
 * because it is not there.
 */
public enum ConnectionStatus {
    /** Not connected yet: there is no consent, or no key that was proven since. */
    DRAFT,
    /** The destination accepted the key, and consent is given. */
    CONNECTED,
    /** The destination refused the key at the last check or run. */
    NEEDS_ATTENTION,
    /** An administrator took the consent back: nothing is sent until there is a new one. */
    CONSENT_WITHDRAWN;

    /** What happens to a connection. */
    public enum Event {
        CONSENT_AGREED,
        CONSENT_WITHDRAWN,
        KEY_ACCEPTED,
        KEY_REFUSED
    }

    private static final Map<ConnectionStatus, Map<Event, ConnectionStatus>> TRANSITIONS =
            new EnumMap<>(ConnectionStatus.class);

    static {
        TRANSITIONS.put(DRAFT, row(DRAFT, CONSENT_WITHDRAWN, CONNECTED, NEEDS_ATTENTION));
        TRANSITIONS.put(CONNECTED, row(CONNECTED, CONSENT_WITHDRAWN, CONNECTED, NEEDS_ATTENTION));
        TRANSITIONS.put(NEEDS_ATTENTION, row(NEEDS_ATTENTION, CONSENT_WITHDRAWN, CONNECTED, NEEDS_ATTENTION));
        // A key is worth nothing without consent, whatever a check that was on its way says of it.
        TRANSITIONS.put(CONSENT_WITHDRAWN, row(DRAFT, CONSENT_WITHDRAWN, CONSENT_WITHDRAWN, CONSENT_WITHDRAWN));
    }

    /** The status after the event. */
    public ConnectionStatus after(Event event) {
        return TRANSITIONS.get(this).get(event);
    }

    /** Whether export-service may have the key: a key that was refused may have been repaired at the destination. */
    public boolean isUsable() {
        return this == CONNECTED || this == NEEDS_ATTENTION;
    }

    private static Map<Event, ConnectionStatus> row(
            ConnectionStatus agreed, ConnectionStatus withdrawn, ConnectionStatus accepted, ConnectionStatus refused) {
        return new EnumMap<>(Map.of(
                Event.CONSENT_AGREED, agreed,
                Event.CONSENT_WITHDRAWN, withdrawn,
                Event.KEY_ACCEPTED, accepted,
                Event.KEY_REFUSED, refused));
    }
}
