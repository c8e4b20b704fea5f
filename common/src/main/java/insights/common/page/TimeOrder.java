package insights.common.page;

/** An order by time in which things can be listed that happened. Their ids are UUIDv7, and so in the order of their making. */
public interface TimeOrder {

    boolean isNewestFirst();

    /** The clause of SQL and of HQL that sorts. */
    default String orderBy() {
        return isNewestFirst() ? " order by id desc" : " order by id";
    }

    /** The beginning of the condition for what comes after an id, which is bound after it. */
    default String later() {
        return isNewestFirst() ? " and id < " : " and id > ";
    }
}
