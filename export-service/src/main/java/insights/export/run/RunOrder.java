package insights.export.run;

import insights.common.sql.Sql;
import java.util.UUID;

/** The orders in which runs can be listed: ids are in the order of their queueing. */
public enum RunOrder {
    /** Oldest first. */
    QUEUED_AT("queuedAt", " and id > ?", " order by id"),
    /** Newest first. */
    QUEUED_AT_DESCENDING("-queuedAt", " and id < ?", " order by id desc");

    private final String name;
    private final String later;
    private final String columns;

    RunOrder(String name, String later, String columns) {
        this.name = name;
        this.later = later;
        this.columns = columns;
    }

    /** Continues a condition. @param last of the page before; null for the first page */
    Sql page(Sql condition, UUID last, int limit) {
        Sql rest = last == null ? condition : condition.then(later, last);
        return rest.then(columns + " limit ?", limit);
    }

    /** Its name in the API. */
    @Override
    public String toString() {
        return name;
    }
}
