package insights.common.page;

import java.util.Map;
import java.util.UUID;

/**
 * The orders in which things that people name can be listed. Their entities have a {@code displayName}, and as
 * {@code id} a UUIDv7.
 */
public enum ListOrder {
    /** As people read them, whatever the case; of one name the oldest first. */
    DISPLAY_NAME("displayName", "lower(displayName), id", "(lower(displayName), id) > (lower(:name), :id)") {
        @Override
        public String key(String displayName, UUID id) {
            return new Cursor.Named(id, displayName).key();
        }

        @Override
        public Map<String, Object> after(String cursor) {
            Cursor.Named last = Cursor.Named.of(cursor);
            return last == null ? Map.of() : Map.of("id", last.id(), "name", last.displayName());
        }
    },
    /** Oldest first: ids are in the order of their making. */
    CREATED_AT("createdAt", "id", "id > :id") {
        @Override
        public String key(String displayName, UUID id) {
            return id.toString();
        }

        @Override
        public Map<String, Object> after(String cursor) {
            UUID id = Cursor.id(cursor);
            return id == null ? Map.of() : Map.of("id", id);
        }
    };

    private final String name;
    private final String columns;
    private final String later;

    ListOrder(String name, String columns, String later) {
        this.name = name;
        this.columns = columns;
        this.later = later;
    }

    /** What the rest of a list goes on from. */
    public abstract String key(String displayName, UUID id);

    /** What {@link #later} needs, out of the cursor that a caller sent; empty for the first page. 422 if it is not ours. */
    public abstract Map<String, Object> after(String cursor);

    /** The clause of HQL that sorts. */
    public String orderBy() {
        return " order by " + columns;
    }

    /** The condition of HQL for what comes after the cursor. */
    public String later() {
        return later;
    }

    /** Its name in the API. */
    @Override
    public String toString() {
        return name;
    }
}
