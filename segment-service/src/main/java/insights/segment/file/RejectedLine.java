package insights.segment.file;

/**
 * A line that is no row.
 *
 * @param read as much of it as could be read: whom it is about, and whether they opt out, counts nevertheless
 */
public record RejectedLine(Rejection rejection, Row read) implements LineRead {}
