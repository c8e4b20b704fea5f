package insights.destination.connection;

/** What the identity provider says of a person. */
public enum Standing {
    ADMINISTRATOR,
    /** Enabled; which roles they have it does not show. */
    ENABLED,
    NOT_ADMINISTRATOR,
    DISABLED,
    GONE;

    /** Whether they lend their name; null: they do. What is not said leaves that as it was. */
    Lapse lapse(Lapse before) {
        return switch (this) {
            case ADMINISTRATOR -> null;
            case ENABLED -> before == Lapse.NOT_ADMINISTRATOR ? before : null;
            case NOT_ADMINISTRATOR -> Lapse.NOT_ADMINISTRATOR;
            case DISABLED -> Lapse.DISABLED;
            case GONE -> Lapse.GONE;
        };
    }
}
