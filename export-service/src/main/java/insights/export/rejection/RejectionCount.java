package insights.export.rejection;

import insights.export.matching.RejectionReason;

/** How many profiles a run did not export for one reason. */
public record RejectionCount(RejectionReason reason, String text, long profiles) {}
