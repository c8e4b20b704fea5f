package insights.segment.file.row;

/** What comes of reading a line. */
public sealed interface LineRead permits Row, RejectedLine {}
