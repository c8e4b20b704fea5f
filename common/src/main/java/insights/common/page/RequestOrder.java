package insights.common.page;

/** The orders in which work can be listed that somebody asked for: runs, refreshes, imports. */
public enum RequestOrder implements TimeOrder {
    /** Oldest first. */
    REQUESTED_AT("requestedAt"),
    /** Newest first, as all such lists are by themselves. */
    REQUESTED_AT_DESCENDING("-requestedAt");

    /** The default, as text because annotations need it so. */
    public static final String NEWEST_FIRST = "-requestedAt";

    private final String name;

    RequestOrder(String name) {
        this.name = name;
    }

    @Override
    public boolean isNewestFirst() {
        return this == REQUESTED_AT_DESCENDING;
    }

    /** Its name in the API. */
    @Override
    public String toString() {
        return name;
    }
}
