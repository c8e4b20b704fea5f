package insights.common.page;

import java.util.Map;
import java.util.UUID;

/**
 * The orders in which things that people name can be listed, each forwards and, with a minus before it, backwards. Their
 * entities have a {@code displayName}, and as {@code id} a UUIDv7.
 */
public enum ListOrder {
    /** As people read them, whatever the case; of one name the oldest first. */
    DISPLAY_NAME("displayName", By.NAME, "lower(displayName), id", "(lower(displayName), id) > (lower(:name), :id)"),
    /** From the end of the alphabet; of one name the newest first. */
    DISPLAY_NAME_DESCENDING(
            "-displayName",
            By.NAME,
            "lower(displayName) desc, id desc",
            "(lower(displayName), id) < (lower(:name), :id)"),
    /** Oldest first: ids are in the order of their making. */
    CREATED_AT("createdAt", By.ID, "id", "id > :id"),
    /** Newest first. */
    CREATED_AT_DESCENDING("-createdAt", By.ID, "id desc", "id < :id");

    /** The default: things that have a name are read by it. As text, because annotations need it so. */
    public static final String BY_NAME = "displayName";

    /** What a cursor holds. */
    private enum By {
        NAME,
        ID
    }

    private final String name;
    private final By by;
    private final String columns;
    private final String later;

    ListOrder(String name, By by, String columns, String later) {
        this.name = name;
        this.by = by;
        this.columns = columns;
        this.later = later;
    }

    /** What the rest of a list goes on from. */
    public String key(String displayName, UUID id) {
        return by == By.NAME ? new Cursor.Named(id, displayName).key() : id.toString();
    }

    /** What {@link #later} needs, out of the cursor that a caller sent; empty for the first page. 422 if it is not ours. */
    public Map<String, Object> after(String cursor) {
        if (by == By.NAME) {
            Cursor.Named last = Cursor.Named.of(cursor);
            return last == null ? Map.of() : Map.of("id", last.id(), "name", last.displayName());
        }
        UUID id = Cursor.id(cursor);
        return id == null ? Map.of() : Map.of("id", id);
    }

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
