package insights.segment.definition;

/** How a segment chooses its members. */
public enum SegmentKind {
    RULE,
    /** By a list of profiles. */
    STATIC
}
