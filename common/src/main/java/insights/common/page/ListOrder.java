package insights.common.page;

import java.util.UUID;

/**
 * The orders in which things that people name can be listed. Their entities have a {@code displayName}, and as
 * {@code id} a UUIDv7.
 */
public enum ListOrder {
    /** As people read them, whatever the case. */
    DISPLAY_NAME("displayName", "lower(displayName)", "lower(:after)") {
        @Override
        public String key(String displayName, UUID id) {
            return displayName;
        }

        @Override
        public Object after(String cursor) {
            return Cursor.decode(cursor);
        }
    },
    /** Oldest first: ids are in the order of their making. */
    CREATED_AT("createdAt", "id", ":after") {
        @Override
        public String key(String displayName, UUID id) {
            return id.toString();
        }

        @Override
        public Object after(String cursor) {
            return Cursor.id(cursor);
        }
    };

    private final String name;
    private final String column;
    private final String after;

    ListOrder(String name, String column, String after) {
        this.name = name;
        this.column = column;
        this.after = after;
    }

    /** What the rest of a list goes on from. */
    public abstract String key(String displayName, UUID id);

    /** That key out of the cursor that a caller sent, or null for the first page; 422 if it is not one of ours. */
    public abstract Object after(String cursor);

    /** The clause of HQL that sorts. */
    public String orderBy() {
        return " order by " + column;
    }

    /** The condition of HQL for what comes after the parameter {@code :after}. */
    public String later() {
        return column + " > " + after;
    }

    /** Its name in the API. */
    @Override
    public String toString() {
        return name;
    }
}
