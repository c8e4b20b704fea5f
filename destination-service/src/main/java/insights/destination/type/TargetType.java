package insights.destination.type;

/** What a field of a contact holds. */
public enum TargetType {
    /** An e-mail address. */
    EMAIL,
    /** Any text. */
    STRING,
    /** A whole number. */
    INTEGER,
    /** A number, with a fraction or without. */
    FLOAT,
    /** True or false. */
    BOOLEAN,
    /** A day, or a moment. */
    DATE
}
