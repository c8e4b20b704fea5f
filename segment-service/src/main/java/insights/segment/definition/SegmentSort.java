package insights.segment.definition;

import insights.common.page.Cursor;

/** The orders that segments can be listed in. */
public enum SegmentSort {
    /** As people read them, whatever the case. */
    DISPLAY_NAME("lower(displayName)", "lower(:after)") {
        @Override
        Object after(String cursor) {
            return Cursor.decode(cursor);
        }
    },
    /** Oldest first: ids are in the order of their making. */
    CREATED_AT("id", ":after") {
        @Override
        Object after(String cursor) {
            return Cursor.id(cursor);
        }
    };

    private final String column;
    private final String after;

    SegmentSort(String column, String after) {
        this.column = column;
        this.after = after;
    }

    static SegmentSort of(String name) {
        return switch (name) {
            case "displayName" -> DISPLAY_NAME;
            case "createdAt" -> CREATED_AT;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** What the rest of a list goes on from. */
    String key(SegmentResponse segment) {
        return this == DISPLAY_NAME ? segment.displayName() : segment.id().toString();
    }

    /** That key out of the cursor that a caller sent, or null for the first page; 422 if it is not one of ours. */
    abstract Object after(String cursor);

    String orderBy() {
        return " order by " + column;
    }

    String later() {
        return column + " > " + after;
    }
}
