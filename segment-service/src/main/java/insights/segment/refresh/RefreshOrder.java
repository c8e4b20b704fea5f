package insights.segment.refresh;

/** The orders in which refreshes can be listed. */
public enum RefreshOrder {
    /** Oldest first. */
    REQUESTED_AT("requestedAt", "id", "id > :after"),
    /** Newest first. */
    REQUESTED_AT_DESCENDING("-requestedAt", "id desc", "id < :after");

    private final String name;
    private final String columns;
    private final String later;

    RefreshOrder(String name, String columns, String later) {
        this.name = name;
        this.columns = columns;
        this.later = later;
    }

    /** The clause of HQL that sorts. */
    String orderBy() {
        return " order by " + columns;
    }

    /** The condition of HQL for what comes after the parameter {@code after}. */
    String later() {
        return later;
    }

    /** Its name in the API. */
    @Override
    public String toString() {
        return name;
    }
}
