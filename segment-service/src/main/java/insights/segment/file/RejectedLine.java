package insights.segment.file;

/**
 * A line that is no row.
 *
 * @param id of the profile that it is about, as far as it could be read; empty when it could not
 */
public record RejectedLine(Rejection rejection, String id) implements LineRead {}
