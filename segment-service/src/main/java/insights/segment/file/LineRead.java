package insights.segment.file;

/** What comes of reading a line. */
public sealed interface LineRead permits Row, RejectedLine {}
