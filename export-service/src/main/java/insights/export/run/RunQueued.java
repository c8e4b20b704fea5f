package insights.export.run;

/** Told when a run was queued, so that this replica looks for work at once. */
record RunQueued() {}
