package insights.segment.definition;

/** Whether a segment takes part in refreshes. */
public enum SegmentStatus {
    ACTIVE,
    INACTIVE
}
