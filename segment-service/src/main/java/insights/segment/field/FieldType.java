package insights.segment.field;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the values of a field are. A field keeps its type. */
public enum FieldType {
    @JsonProperty("string")
    STRING,
    @JsonProperty("number")
    NUMBER,
    @JsonProperty("boolean")
    BOOLEAN,
    /** A day, stored as text like {@code 2026-01-31}. */
    @JsonProperty("date")
    DATE,
    /** An instant, stored as text in UTC with milliseconds like {@code 2026-01-31T10:00:00.000Z}. */
    @JsonProperty("datetime")
    DATETIME;

    /** The name that the API uses. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
