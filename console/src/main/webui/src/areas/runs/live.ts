import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { API } from "../../api/client";
import { EXPORTS, RUNS, useRun } from "../../api/exports";
import type { Run, RunStatus } from "../../api/types";

const OVER: RunStatus[] = [
  "SUCCESSFUL",
  "COMPLETED_WITH_WARNINGS",
  "FAILED_PERMANENT",
  "CANCELED",
  "SKIPPED",
];

export function isOver(status: RunStatus): boolean {
  return OVER.includes(status);
}

/**
 * A run as it is now: what the service tells of it while it is not over. Every event is the whole run, so one that was missed while
 * the stream was broken is no loss.
 */
export function useLiveRun(exportId: string, runId: string) {
  const queries = useQueryClient();
  const query = useRun(exportId, runId);
  const follows = query.data !== undefined && !isOver(query.data.status);
  useEffect(() => {
    if (!follows) {
      return;
    }
    const events = new EventSource(`${API}/exports/${exportId}/runs/${runId}/progress`);
    const take = (event: MessageEvent<string>) =>
      queries.setQueryData([...RUNS, "one", runId], JSON.parse(event.data) as Run);
    events.addEventListener("progress", take);
    events.addEventListener("end", (event) => {
      take(event);
      events.close();
      void queries.invalidateQueries({ queryKey: EXPORTS });
      void queries.invalidateQueries({ queryKey: [...RUNS, "list"] });
    });
    // Closed for good when the session is over: reading the run asks to sign in, and follows again.
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) {
        void queries.invalidateQueries({ queryKey: [...RUNS, "one", runId] });
      }
    };
    return () => events.close();
  }, [follows, exportId, runId, queries]);
  return query;
}
