package insights.segment.imports;

/** What comes of reading a line. */
sealed interface LineRead permits Row, RejectedLine {}
