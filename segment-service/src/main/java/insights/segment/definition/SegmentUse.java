package insights.segment.definition;

import java.util.UUID;

/** A segment that uses another. */
public record SegmentUse(UUID id, String displayName) {}
