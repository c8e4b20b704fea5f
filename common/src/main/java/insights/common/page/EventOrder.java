package insights.common.page;

/** The orders in which entries of a record can be listed: the audit trail, consents. */
public enum EventOrder implements TimeOrder {
    /** Oldest first. */
    AT("at"),
    /** Newest first, as all such lists are by themselves. */
    AT_DESCENDING("-at");

    /** The default, as text because annotations need it so. */
    public static final String NEWEST_FIRST = "-at";

    private final String name;

    EventOrder(String name) {
        this.name = name;
    }

    @Override
    public boolean isNewestFirst() {
        return this == AT_DESCENDING;
    }

    /** Its name in the API. */
    @Override
    public String toString() {
        return name;
    }
}
