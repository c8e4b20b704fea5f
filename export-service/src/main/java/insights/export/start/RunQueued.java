package insights.export.start;

/** Told when a run was queued, so that this replica looks for work at once. */
public record RunQueued() {}
