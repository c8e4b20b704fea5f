package insights.segment.file.row;

import java.util.List;

/**
 * A line that is no row.
 *
 * @param read as much of it as could be read: whom it is about, which may be several people, and whether they opt out, counts
 *     nevertheless
 */
public record RejectedLine(ImportRejection rejection, List<Row> read) implements LineRead {}
