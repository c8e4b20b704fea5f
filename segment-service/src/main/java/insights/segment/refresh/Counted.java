package insights.segment.refresh;

/** How a refresh found the members of a segment. */
public enum Counted {
    /** It looked at everybody. */
    FULL,
    /** It looked at those alone who had changed since the refresh before; nobody else can have joined or left. */
    CHANGES
}
