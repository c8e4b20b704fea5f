package insights.segment.imports;

/**
 * A line that is no row.
 *
 * @param id of the profile that it is about, as far as it could be read; empty when it could not
 */
record RejectedLine(Reject reject, String id) implements LineRead {}
