import type { Export, Run } from "../api/types";

/** Whether runs put people on lists: as the export is now, or as they did before that was changed. */
export function hasLists(runs: Run[], mode: Export["audienceMode"] | undefined): boolean {
  return mode === "LIST" || runs.some((run) => run.totals.membershipsJoined > 0);
}
